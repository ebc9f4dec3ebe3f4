package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.Verification;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In f32, greedy speculative decoding writes what greedy plain decoding writes, for every K. */
class GreedySpeculationTest {

  @ParameterizedTest
  @CsvSource({
    "llama, llama",
    "llama, qwen2",
    "llama3, llama3",
    "llama3, llama",
    "qwen2, qwen2",
    "qwen2, llama3"
  })
  void writesTheSameIdsWithAnyDraftModel(String targetName, String draftName) {
    Fixture fixture = Fixture.of(targetName);
    try (LanguageModel target = fixture.load(Precision.F32);
        LanguageModel draft = Fixture.of(draftName).load(Precision.F32)) {
      for (int count = 1; count <= 10; count++) {
        assertThat(
                GreedySpeculation.write(
                    target,
                    GreedySpeculation.drafting(draft, fixture.prompt()),
                    fixture.prompt(),
                    fixture.greedyIds().length,
                    count))
            .as("K = %d", count)
            .isEqualTo(Arrays.stream(fixture.greedyIds()).boxed().toList());
      }
    }
  }

  /** Shift 0 foresees the text; shift 1 is wrong at every position. */
  @ParameterizedTest
  @CsvSource({"llama, 0", "llama, 1", "llama3, 0", "llama3, 1", "qwen2, 0", "qwen2, 1"})
  void writesTheSameIdsWithPerfectAndWithAdversarialProposals(String name, int shift) {
    Fixture fixture = Fixture.of(name);
    try (LanguageModel target = fixture.load(Precision.F32)) {
      for (int count = 1; count <= 10; count++) {
        assertThat(
                GreedySpeculation.write(
                    target,
                    GreedySpeculation.foreseeing(
                        fixture.greedyIds(), target.vocabularySize(), shift),
                    fixture.prompt(),
                    fixture.greedyIds().length,
                    count))
            .as("K = %d", count)
            .isEqualTo(Arrays.stream(fixture.greedyIds()).boxed().toList());
      }
    }
  }

  @Test
  void acceptsEverythingThatItWouldHaveWrittenItself() {
    Fixture fixture = Fixture.of("llama");
    int[] ids = fixture.greedyIds();
    try (LanguageModel target = fixture.load(Precision.F32)) {
      target.prefill(fixture.prompt(), GreedySpeculation.GREEDY);
      try (Proposal foreseen =
          GreedySpeculation.foreseeing(ids, target.vocabularySize(), 0)
              .propose(List.of(ids[0]), 4)) {
        assertThat(target.verify(ids[0], foreseen, GreedySpeculation.GREEDY))
            .usingRecursiveComparison()
            .ignoringFields("acceptanceNanos")
            .isEqualTo(new Verification(List.of(ids[1], ids[2], ids[3], ids[4]), 4, ids[5]));
      }
      assertThat(target.length()).isEqualTo(fixture.prompt().length + 5);
    }
  }

  @Test
  void keepsThePrefixBeforeTheFirstWrongToken() {
    Fixture fixture = Fixture.of("llama");
    int[] ids = fixture.greedyIds();
    int wrong = (ids[3] + 1) % 320;
    try (LanguageModel target = fixture.load(Precision.F32)) {
      target.prefill(fixture.prompt(), GreedySpeculation.GREEDY);
      try (Proposal proposal = new ProposedTokens(List.of(ids[1], ids[2], wrong, ids[4]))) {
        assertThat(target.verify(ids[0], proposal, GreedySpeculation.GREEDY))
            .usingRecursiveComparison()
            .ignoringFields("acceptanceNanos")
            .isEqualTo(new Verification(List.of(ids[1], ids[2], wrong, ids[4]), 2, ids[3]));
      }
      assertThat(target.length()).isEqualTo(fixture.prompt().length + 3);
    }
  }
}
