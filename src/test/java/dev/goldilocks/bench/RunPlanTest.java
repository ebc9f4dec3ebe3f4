package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunPlanTest {

  private static final List<Prompt> PROMPTS =
      List.of(new Prompt("1", "code", "x"), new Prompt("2", "prose", "y"));

  @Test
  void everyPromptIsMeasuredAtEveryKBeforeAnythingIsRepeated() {
    List<PairPlan> pairs = RunPlan.pairs(spec(5), PROMPTS);

    // Two repeats, of two prompts, of three K each.
    assertThat(pairs).hasSize(12);
    assertThat(pairs)
        .extracting(PairPlan::index)
        .isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(pairs)
        .extracting(pair -> pair.repeat() + "/" + pair.prompt().id())
        .containsExactly(
            "0/1", "0/1", "0/1", "0/2", "0/2", "0/2", "1/1", "1/1", "1/1", "1/2", "1/2", "1/2");
    for (int i = 0; i < 12; i += 3) {
      assertThat(pairs.subList(i, i + 3))
          .extracting(pair -> pair.length().most())
          .containsExactlyInAnyOrder(1, 4, 8);
    }
  }

  @Test
  void theSeedFixesTheOrder() {
    assertThat(RunPlan.pairs(spec(5), PROMPTS))
        .isEqualTo(RunPlan.pairs(spec(5), PROMPTS))
        .isNotEqualTo(RunPlan.pairs(spec(6), PROMPTS));
  }

  @Test
  void eitherSideGoesFirstHalfOfTheTimeAndEitherKToo() {
    List<PairPlan> pairs =
        IntStream.range(0, 200)
            .boxed()
            .flatMap(seed -> RunPlan.pairs(spec(seed), PROMPTS).stream())
            .toList();

    // 2,400 fair coins: 1,200 ± 24.5 (one standard deviation); 800 triples: 267 ± 13.3.
    assertThat(pairs.stream().filter(pair -> pair.first() == Side.BASELINE).count())
        .isBetween(1_100L, 1_300L);
    assertThat(
            pairs.stream()
                .filter(pair -> pair.index() % 3 == 0 && pair.length().most() == 8)
                .count())
        .isBetween(213L, 320L);
  }

  private static RunSpec spec(long seed) {
    ModelChoice model = new ModelChoice(Path.of("m"), Precision.F32);
    return new RunSpec(
        model,
        model,
        "cpu",
        1,
        List.of(1, 4, 8),
        Sampling.greedy(seed),
        new PromptChoice(Path.of("p"), 2),
        16,
        2,
        EndOfSequence.IGNORE);
  }
}
