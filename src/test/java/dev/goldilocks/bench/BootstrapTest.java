package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1);

  @Test
  void theFigureIsTheGeometricMeanOfAllRatios() {
    Interval interval = BOOTSTRAP.geometricMean(List.of(List.of(1.0, 2.0), List.of(4.0)));

    assertThat(interval.value()).isCloseTo(2, within(1e-12));
    assertThat(interval.pairs()).isEqualTo(3);
  }

  @Test
  void noRatioNoFigure() {
    assertThat(BOOTSTRAP.geometricMean(List.of()))
        .isEqualTo(new Interval(Double.NaN, Double.NaN, Double.NaN, 0));
  }

  @Test
  void sevenUnitsAreTooFewForAnInterval() {
    Interval interval = BOOTSTRAP.geometricMean(units(1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7));

    assertThat(interval.low()).isNaN();
    assertThat(interval.high()).isNaN();
  }

  @Test
  void eightEqualUnitsLeaveNoDoubt() {
    assertThat(BOOTSTRAP.geometricMean(units(2, 2, 2, 2, 2, 2, 2, 2)))
        .isEqualTo(new Interval(2.0, 2.0, 2.0, 8));
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    List<List<Double>> ratios = units(1.1, 1.5, 0.9, 1.3, 1.2, 1.0, 1.4, 1.6);

    assertThat(BOOTSTRAP.geometricMean(ratios))
        .isEqualTo(new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1).geometricMean(ratios))
        .isNotEqualTo(new Bootstrap(Bootstrap.RESAMPLES_KEPT, 2).geometricMean(ratios));
  }

  /** The sampling error of a ratio of sums by the delta method (Cochran 1977, section 2.11). */
  @Test
  void aPooledRateIsAsUncertainAsTheDeltaMethodSays() {
    SplittableRandom random = new SplittableRandom(4);
    List<Fraction> units =
        IntStream.range(0, 200)
            .mapToObj(_ -> random.nextDouble(50, 150))
            .map(drafted -> new Fraction(drafted * random.nextDouble(0.4, 0.9), drafted))
            .toList();
    double drafted = units.stream().mapToDouble(Fraction::denominator).sum();
    double rate = units.stream().mapToDouble(Fraction::numerator).sum() / drafted;
    double squares =
        units.stream()
            .mapToDouble(unit -> Math.pow(unit.numerator() - rate * unit.denominator(), 2))
            .sum();
    double error = Math.sqrt(squares * 200 / 199) / drafted;

    Ends ends = BOOTSTRAP.pooled(units);

    // Student's t with 199 degrees of freedom at 97.5 % is 1.972.
    assertThat(ends.low()).isCloseTo(rate - 1.972 * error, within(0.1 * error));
    assertThat(ends.high()).isCloseTo(rate + 1.972 * error, within(0.1 * error));
  }

  /**
   * The median of a resample of n different values is at most the k-th of them exactly when more
   * than half of the n draws are among the k smallest, whose number is binomial with k / n.
   */
  @Test
  void aMedianIsAsUncertainAsTheBinomialDistributionSays() {
    int units = 101;
    List<double[]> values =
        IntStream.rangeClosed(1, units).mapToObj(value -> new double[] {value}).toList();

    Ends ends = BOOTSTRAP.median(values.reversed());

    double tail = Bootstrap.expandedTail(units);
    assertThat(ends).isEqualTo(new Ends(quantile(units, tail), quantile(units, 1 - tail)));
  }

  private static int quantile(int units, double probability) {
    return IntStream.rangeClosed(1, units)
        .filter(
            k ->
                BinomialDistribution.of(units, (double) k / units).survivalProbability(units / 2)
                    >= probability)
        .findFirst()
        .orElseThrow();
  }

  /**
   * By hand from a table of Student's t (2.776, 2.262, 2.093, 2.023 at 97.5 %) and one of the
   * normal distribution: for n = 10, sqrt(10 / 9) * 2.262 = 2.384, and 0.86 % lie below -2.384.
   */
  @ParameterizedTest
  @CsvSource({"5, 0.0010", "10, 0.0086", "20, 0.0159", "40, 0.0203"})
  void fewUnitsReachFurtherIntoTheTails(int units, double tail) {
    assertThat(Bootstrap.expandedTail(units)).isCloseTo(tail, within(0.00005));
  }

  @Test
  void theIntervalIsStudentsForLogRatiosThatAreNormal() {
    SplittableRandom random = new SplittableRandom(3);
    double[] logs = random.doubles(100).map(u -> 0.3 + 0.2 * normal(random, u)).toArray();
    double mean = DoubleStream.of(logs).average().orElseThrow();
    double variance = DoubleStream.of(logs).map(x -> (x - mean) * (x - mean)).sum() / 99;
    // 1.984 is the 97.5 % quantile of Student's t with 99 degrees of freedom.
    double reach = 1.984 * Math.sqrt(variance / 100);

    Interval interval =
        BOOTSTRAP.geometricMean(units(DoubleStream.of(logs).map(Math::exp).toArray()));

    assertThat(Math.log(interval.low())).isCloseTo(mean - reach, within(0.1 * reach));
    assertThat(Math.log(interval.high())).isCloseTo(mean + reach, within(0.1 * reach));
  }

  @Test
  void aUnitIsResampledWhole() {
    // The same 80 ratios; taken as 8 units of 10 equal ones there are only 8 independent facts.
    List<List<Double>> grouped = new ArrayList<>();
    List<List<Double>> single = new ArrayList<>();
    for (double ratio : new double[] {0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.7}) {
      grouped.add(IntStream.range(0, 10).mapToObj(i -> ratio).toList());
      IntStream.range(0, 10).forEach(i -> single.add(List.of(ratio)));
    }

    Interval wide = BOOTSTRAP.geometricMean(grouped);
    Interval narrow = BOOTSTRAP.geometricMean(single);

    assertThat(wide.value()).isCloseTo(narrow.value(), within(1e-12));
    assertThat(wide.pairs()).isEqualTo(narrow.pairs()).isEqualTo(80);
    assertThat(Math.log(wide.high() / wide.low()))
        .isGreaterThan(2.5 * Math.log(narrow.high() / narrow.low()));
  }

  @ParameterizedTest
  @CsvSource({"8", "10", "40"})
  void twoEqualSidesAreCalledDifferentNoMoreThanOneTimeInTwenty(int units) {
    SplittableRandom random = new SplittableRandom(8);
    int runs = 1_000;
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      double[] ratios = random.doubles(units).map(u -> Math.exp(0.1 * normal(random, u))).toArray();
      Interval interval = new Bootstrap(400, run).geometricMean(units(ratios));
      if (interval.low() > 1 || interval.high() < 1) {
        alarms++;
      }
    }

    // 50 expected, with a standard deviation of 7.
    assertThat(alarms).isBetween(50 - 3 * 7, 50 + 3 * 7);
  }

  /** A standard normal number from two uniform ones (Box and Muller 1958). */
  private static double normal(SplittableRandom random, double uniform) {
    return Math.sqrt(-2 * Math.log(1 - uniform)) * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static List<List<Double>> units(double... ratios) {
    return DoubleStream.of(ratios).mapToObj(List::of).toList();
  }
}
