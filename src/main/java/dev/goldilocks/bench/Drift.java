package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether the last third of a run differs from its first, as when a machine grows hot. What is
 * measured in one visit to a prompt is not independent, so visits are compared: their mean
 * logarithms, with Welch's interval for two samples of unequal variance (Welch 1947).
 *
 * @param baseline decode tokens/s of the target alone, last third over first, with its 95 %
 *     interval: the machine's own drift
 * @param speedup the pairs' ratios, last third over first, with its 95 % interval: what of it
 *     reaches the result
 */
public record Drift(Interval baseline, Interval speedup) {

  /** Of a run without samples: nobody can tell. */
  public static final Drift UNKNOWN = of(List.of());

  /** Fewest visits in a third with an interval. */
  static final int FEWEST_VISITS = 3;

  private static final double TAIL = 0.025;

  /** Compares the thirds of a run. */
  public static Drift of(List<PairSample> samples) {
    return new Drift(
        change(samples, sample -> sample.baseline().generation().decodeTokensPerSecond()),
        change(samples, PairSample::ratio));
  }

  /** Whether the target alone grew faster or slower: the interval does not hold 1. */
  public boolean machineDrifted() {
    return baseline.low() > 1 || baseline.high() < 1;
  }

  /** Whether the speedup grew or shrank: the interval does not hold 1. */
  public boolean speedupDrifted() {
    return speedup.low() > 1 || speedup.high() < 1;
  }

  private static Interval change(List<PairSample> samples, ToDoubleFunction<PairSample> figure) {
    double[] visits = visits(samples, figure);
    int third = visits.length / 3;
    if (third < FEWEST_VISITS) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN, samples.size());
    }
    DoubleStatistics first = statistics(visits, 0, third);
    DoubleStatistics last = statistics(visits, visits.length - third, visits.length);
    double change = last.getAsDouble(Statistic.MEAN) - first.getAsDouble(Statistic.MEAN);
    double firstError = first.getAsDouble(Statistic.VARIANCE) / third;
    double lastError = last.getAsDouble(Statistic.VARIANCE) / third;
    double error = firstError + lastError;
    double reach = error == 0 ? 0 : Math.sqrt(error) * quantile(firstError, lastError, third);
    return new Interval(
        Math.exp(change), Math.exp(change - reach), Math.exp(change + reach), samples.size());
  }

  /** The 97.5 % quantile of Student's t with the degrees of freedom of Welch and Satterthwaite. */
  private static double quantile(double firstError, double lastError, int third) {
    double sum = firstError + lastError;
    double degrees = sum * sum * (third - 1) / (firstError * firstError + lastError * lastError);
    return TDistribution.of(degrees).inverseSurvivalProbability(TAIL);
  }

  private static DoubleStatistics statistics(double[] values, int from, int to) {
    return DoubleStatistics.of(
        EnumSet.of(Statistic.MEAN, Statistic.VARIANCE), Arrays.copyOfRange(values, from, to));
  }

  /** The mean logarithm of each visit, in the order of measurement. */
  private static double[] visits(List<PairSample> samples, ToDoubleFunction<PairSample> figure) {
    Map<Visit, List<Double>> logarithms = new LinkedHashMap<>();
    for (PairSample sample : samples) {
      double logarithm = Math.log(figure.applyAsDouble(sample));
      if (Double.isFinite(logarithm)) {
        Visit visit = new Visit(sample.plan().repeat(), sample.plan().prompt());
        logarithms.computeIfAbsent(visit, _ -> new ArrayList<>()).add(logarithm);
      }
    }
    return logarithms.values().stream()
        .mapToDouble(
            values -> values.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .toArray();
  }

  private record Visit(int repeat, Prompt prompt) {}
}
