package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {

  /**
   * Logarithms of the first third -0.1, 0, 0.1, of the last -0.2, -0.4, -0.6: means 0 and -0.4,
   * variances 0.01 and 0.04, so an error of sqrt(0.05 / 3) with 0.05^2 * 2 / (0.01^2 + 0.04^2) =
   * 2.941 degrees of freedom, at which Student's t is 3.2195 (Welch's formula by hand; t from a
   * table of 1 / t^2 between 2 and 3 degrees is not exact enough, hence the wide tolerance).
   */
  @Test
  void theIntervalIsWelchsForLogarithms() {
    double[] logarithms = {-0.1, 0, 0.1, 7, 7, 7, -0.2, -0.4, -0.6};
    Drift drift = Drift.of(samples(9, i -> Math.exp(logarithms[i]), i -> 1));

    double reach = 3.22 * Math.sqrt(0.05 / 3);
    assertThat(Math.log(drift.baseline().value())).isCloseTo(-0.4, within(1e-6));
    assertThat(Math.log(drift.baseline().low())).isCloseTo(-0.4 - reach, within(0.01));
    assertThat(Math.log(drift.baseline().high())).isCloseTo(-0.4 + reach, within(0.01));
  }

  @Test
  void aMachineThatSlowsBySixPercentIsFlaggedAndItsSpeedupIsNot() {
    SplittableRandom random = new SplittableRandom(2);
    Drift drift =
        Drift.of(
            samples(
                30,
                i -> (1 - 0.09 * i / 29) * (1 + 0.01 * random.nextDouble()),
                i -> 1.5 * (1 + 0.01 * random.nextDouble())));

    assertThat(drift.machineDrifted()).isTrue();
    assertThat(drift.baseline().value()).isCloseTo(0.94, within(0.01));
    assertThat(drift.speedupDrifted()).isFalse();
  }

  @Test
  void aRunWithoutDriftAlarmsNoMoreThanOneTimeInTwenty() {
    SplittableRandom random = new SplittableRandom(7);
    int alarms = 0;
    for (int run = 0; run < 1_000; run++) {
      Drift drift = Drift.of(samples(24, i -> Math.exp(0.1 * normal(random)), i -> 1));
      alarms += drift.machineDrifted() ? 1 : 0;
    }

    // 50 expected, with a standard deviation of 7.
    assertThat(alarms).isBetween(50 - 3 * 7, 50 + 3 * 7);
  }

  @Test
  void valuesOfKOnOnePromptAreOneVisit() {
    // Four K on each of 9 prompts are 9 facts and not 36.
    List<PairSample> samples = new ArrayList<>();
    double[] logarithms = {-0.1, 0, 0.1, 7, 7, 7, -0.2, -0.4, -0.6};
    for (int prompt = 0; prompt < 9; prompt++) {
      for (int k = 1; k <= 4; k++) {
        samples.add(sample(samples.size(), prompt, k, Math.exp(logarithms[prompt]), 1));
      }
    }

    assertThat(Drift.of(samples).baseline())
        .usingRecursiveComparison()
        .ignoringFields("pairs")
        .withComparatorForType(DriftTest::nearly, Double.class)
        .isEqualTo(Drift.of(samples(9, i -> Math.exp(logarithms[i]), i -> 1)).baseline());
  }

  @Test
  void eightVisitsAreTooFewToTell() {
    Drift drift = Drift.of(samples(8, i -> i + 1, i -> 1));

    assertThat(drift.baseline().value()).isNaN();
    assertThat(drift.machineDrifted()).isFalse();
  }

  private static int nearly(Double a, Double b) {
    return Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b);
  }

  private static List<PairSample> samples(
      int prompts, IntToDoubleFunction rate, IntToDoubleFunction ratio) {
    return IntStream.range(0, prompts)
        .mapToObj(i -> sample(i, i, 4, rate.applyAsDouble(i), ratio.applyAsDouble(i)))
        .toList();
  }

  /** A pair whose baseline writes 1000 {@code rate} tokens/s. */
  private static PairSample sample(int index, int prompt, int k, double rate, double ratio) {
    long nanos = Math.round(10e9 / (1_000 * rate));
    return Samples.pair(index, "p" + prompt, k, 10, nanos, Math.round(nanos / ratio));
  }

  private static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
