package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.TokenChoice;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In f32 the program agrees with an independent float64 implementation of each family. */
class ExpectedLogitsTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void writesTheExpectedIds(String name) {
    Fixture fixture = Fixture.of(name);
    try (LanguageModel model = fixture.load(Precision.F32)) {
      int first = model.prefill(fixture.prompt(), GREEDY);
      int[] rest = model.extend(first, fixture.greedyIds().length - 1, GREEDY, Set.of());

      assertThat(IntStream.concat(IntStream.of(first), Arrays.stream(rest)).toArray())
          .containsExactly(fixture.greedyIds());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void givesTheExpectedLogits(String name) {
    Fixture fixture = Fixture.of(name);
    try (LanguageModel model = fixture.load(Precision.F32)) {
      float[][] logits = model.logits(fixture.prompt());

      assertThat(logits[logits.length - 1])
          .containsExactly(fixture.lastLogits(), Offset.offset(1e-3f));
      assertThat(Arrays.stream(logits).mapToInt(Rows::argMax).toArray())
          .containsExactly(fixture.argMaxAtEachPosition());
    }
  }

  /** The arg max of a large vocabulary is looked for in blocks; here in ten blocks of 32. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void findsTheArgMaxOfALargeVocabulary(String name) {
    Fixture fixture = Fixture.of(name);
    Libtorch.start(1);
    String large =
        Program.source("model_program.py")
            .replace("v > 16384", "v > 0")
            .replace("range(1, 1025)", "range(1, 33)");
    try (LanguageModel model =
        new ModelLoader(large, ModelLoader.BLOCK_BYTES)
            .load(fixture.checkpoint(), Precision.F32, Fixture.CONTEXT)) {
      int first = model.prefill(fixture.prompt(), GREEDY);
      int[] rest = model.extend(first, fixture.greedyIds().length - 1, GREEDY, Set.of());

      assertThat(IntStream.concat(IntStream.of(first), Arrays.stream(rest)).toArray())
          .containsExactly(fixture.greedyIds());
    }
  }
}
