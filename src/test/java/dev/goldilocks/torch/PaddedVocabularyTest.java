package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.TokenChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model whose vocabulary is cut or filled up to that of the model it works beside. */
class PaddedVocabularyTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();
  private static final Offset<Float> ROUNDING = Offset.offset(1e-4f);

  @ParameterizedTest
  @CsvSource({"llama, F32", "qwen2, F32", "llama, INT8", "qwen2, INT8"})
  void ofFewerIdsTheLogitsAreThoseOfItsFirst(String name, Precision precision) {
    float[] whole = logits(name, precision, 320, 7);

    assertThat(logits(name, precision, 310, 7))
        .containsExactly(Arrays.copyOf(whole, 310), ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"llama, F32", "qwen2, F32", "llama, INT8", "qwen2, INT8"})
  void ofMoreIdsTheLastStandsForEach(String name, Precision precision) {
    float[] whole = logits(name, precision, 320, 7);
    float[] more = Arrays.copyOf(whole, 323);
    Arrays.fill(more, 320, 323, whole[319]);

    assertThat(logits(name, precision, 323, 7)).containsExactly(more, ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "qwen2"})
  void anIdThatItLacksIsReadAsItsLast(String name) {
    assertThat(logits(name, Precision.F32, 323, 322))
        .containsExactly(logits(name, Precision.F32, 323, 319), ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {310, 323})
  void textsBesideADraftOfAnotherSizeAreTheTargetsOwn(int size) {
    int[] prompt = Fixture.of("llama").prompt();
    try (LanguageModel target = load(Fixture.of("llama"), Precision.F32, size);
        LanguageModel draft = load(Fixture.of("qwen2"), Precision.F32, size)) {
      List<Integer> plain = new ArrayList<>(List.of(target.prefill(prompt, GREEDY)));
      Arrays.stream(target.extend(plain.getFirst(), 39, GREEDY, Set.of())).forEach(plain::add);

      assertThat(
              GreedySpeculation.write(
                  target, GreedySpeculation.drafting(draft, prompt), prompt, 40, 4))
          .isEqualTo(plain);
    }
  }

  private static float[] logits(String name, Precision precision, int vocabularySize, int id) {
    Fixture fixture = Fixture.of(name);
    try (LanguageModel model = load(fixture, precision, vocabularySize)) {
      model.prefill(fixture.prompt(), GREEDY);
      return model.logits(new int[] {id})[0];
    }
  }

  private static LanguageModel load(Fixture fixture, Precision precision, int vocabularySize) {
    return Libtorch.start(1)
        .load(fixture.checkpoint().withVocabularySize(vocabularySize), precision, Fixture.CONTEXT);
  }
}
