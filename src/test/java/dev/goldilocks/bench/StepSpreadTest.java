package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepSpreadTest {

  private static final long MILLISECOND = 1_000_000;

  @Test
  void everyStepAlikeIsOne() {
    StepSpread spread = StepSpread.of(List.of(text(0, Collections.nCopies(21, MILLISECOND))));

    assertThat(spread).isEqualTo(new StepSpread(1, 1));
    assertThat(spread.ratio()).isEqualTo(1);
  }

  /**
   * Of 21 steps 16 take the usual time and 5 four times as long: the tenth percentile lies among
   * the 16, the ninetieth (at place 18 of 0 to 20) among the 5.
   */
  @Test
  void aFifthOfTheStepsFourTimesAsLongIsADisturbance() {
    List<Long> nanos = new ArrayList<>(Collections.nCopies(16, MILLISECOND));
    nanos.addAll(Collections.nCopies(5, 4 * MILLISECOND));
    StepSpread spread = StepSpread.of(List.of(text(0, nanos)));

    assertThat(spread).isEqualTo(new StepSpread(1, 4));
    assertThat(new Steadiness(Drift.UNKNOWN, spread).isDisturbed()).isTrue();
  }

  /** As on longer prompts, or a machine that slows down between texts. */
  @Test
  void textsOfDifferentSpeedAreNoDisturbance() {
    List<PairSample> texts =
        IntStream.range(0, 10)
            .mapToObj(i -> text(i, Collections.nCopies(4, MILLISECOND << i)))
            .toList();

    assertThat(StepSpread.of(texts)).isEqualTo(new StepSpread(1, 1));
  }

  @Test
  void aStepIsWorthItsTokens() {
    List<Step> steps = new ArrayList<>(Collections.nCopies(20, step(8, 8 * MILLISECOND)));
    steps.add(step(1, MILLISECOND));

    assertThat(StepSpread.of(List.of(sample(0, steps)))).isEqualTo(new StepSpread(1, 1));
  }

  @Test
  void nineteenStepsAreTooFewToTell() {
    StepSpread spread = StepSpread.of(List.of(text(0, Collections.nCopies(19, MILLISECOND))));

    assertThat(spread).isEqualTo(StepSpread.UNKNOWN);
    assertThat(new Steadiness(Drift.UNKNOWN, spread).isDisturbed()).isFalse();
  }

  @Test
  void textsOfTwoStepsHaveNoUsualTime() {
    List<PairSample> texts =
        IntStream.range(0, 20)
            .mapToObj(i -> text(i, List.of(MILLISECOND, 9 * MILLISECOND)))
            .toList();

    assertThat(StepSpread.of(texts)).isEqualTo(StepSpread.UNKNOWN);
  }

  /** 1.6 over 1 is more than it may be, 1.6 over 1.1 is not. */
  @Test
  void theNinetiethPercentileCountsBesideTheTenth() {
    assertThat(new StepSpread(1.1, 1.6).ratio()).isCloseTo(1.4545, within(1e-4));
    assertThat(new Steadiness(Drift.UNKNOWN, new StepSpread(1.1, 1.6)).isDisturbed()).isFalse();
    assertThat(new Steadiness(Drift.UNKNOWN, new StepSpread(1, 1.6)).isDisturbed()).isTrue();
  }

  private static PairSample text(int prompt, List<Long> nanos) {
    return sample(prompt, nanos.stream().map(each -> step(1, each)).toList());
  }

  private static Step step(int tokens, long nanos) {
    return new Step.Plain(Collections.nCopies(tokens, 7), nanos);
  }

  private static PairSample sample(int prompt, List<Step> steps) {
    int tokens = 1 + steps.stream().mapToInt(step -> step.emitted().size()).sum();
    SideSample side =
        new SideSample(new Generation(Collections.nCopies(tokens, 7), MILLISECOND, steps), "");
    return new PairSample(
        new PairPlan(prompt, new Prompt("p" + prompt, "code", "text"), 4, 0, Side.BASELINE),
        3,
        side,
        side,
        new TextComparison.NotCompared());
  }
}
