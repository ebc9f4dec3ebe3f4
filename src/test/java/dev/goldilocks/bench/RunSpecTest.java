package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSpecTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''     | 2 | 40 | 16 | 3 | No K is given; name at least one, for example 4.
          0      | 2 | 40 | 16 | 3 | K is 0; give whole numbers from 1 to 64.
          4 65   | 2 | 40 | 16 | 3 | K is 65; give whole numbers from 1 to 64.
          4 2    | 2 | 40 | 16 | 3 | The values of K are [4, 2]; give each once, in ascending order, policies last.
          4 4    | 2 | 40 | 16 | 3 | The values of K are [4, 4]; give each once, in ascending order, policies last.
          4      | 0 | 40 | 16 | 3 | The number of threads is 0; give at least 1.
          4      | 2 | 0  | 16 | 3 | The number of prompts is 0; give at least 1.
          4      | 2 | 40 | 1  | 3 | The number of new tokens is 1; give at least 2, since speed is measured after the first.
          4      | 2 | 40 | 16 | 0 | The number of repeats is 0; give at least 1.
          """)
  void aFigureOutOfRangeIsRefused(
      String ks, int threads, int prompts, int maxNewTokens, int repeats, String sentence) {
    assertThatThrownBy(() -> spec(ks, threads, prompts, maxNewTokens, repeats))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  @Test
  void theEndsOfEachRangeAreAccepted() {
    assertThat(spec("1 64", 1, 1, 2, 1).draftTokens()).containsExactly(1, 64);
  }

  @Test
  void promptLookupHasNoProbabilitiesToStopAt() {
    RunSpec asked = spec("4", 2, 40, 16, 3);
    DraftLengths lengths = new DraftLengths(List.of(new DraftLength.Confident(8, 0.4)));

    assertThat(asked.withLengths(lengths).lengths()).isEqualTo(lengths);
    assertThatThrownBy(
            () ->
                new RunSpec(
                    asked.target(),
                    PromptLookup.USUAL,
                    asked.device(),
                    asked.threads(),
                    lengths,
                    asked.sampling(),
                    asked.prompts(),
                    asked.maxNewTokens(),
                    asked.repeats(),
                    asked.endOfSequence()))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "8@0.4 stops where the draft is unsure, and prompt lookup has no probabilities; take a"
                + " draft model, or a K without @.");
  }

  private static RunSpec spec(String ks, int threads, int prompts, int maxNewTokens, int repeats) {
    List<Integer> draftTokens =
        ks.isEmpty() ? List.of() : Arrays.stream(ks.split(" ")).map(Integer::valueOf).toList();
    ModelChoice model = new ModelChoice(Path.of("m"), Precision.F32);
    return new RunSpec(
        model,
        model,
        "cpu",
        threads,
        draftTokens,
        Sampling.greedy(0),
        new PromptChoice(Path.of("p"), prompts),
        maxNewTokens,
        repeats,
        EndOfSequence.STOP);
  }
}
