package dev.goldilocks.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * 95 % bootstrap intervals for a geometric mean of ratios, for pooled rates and for medians.
 *
 * <p>The interval is the <em>expanded percentile interval</em> of Hesterberg, "What Teachers Should
 * Know About the Bootstrap" (arXiv 1411.5279): the quantiles of the resampled means at {@code
 * Φ(-sqrt(n / (n - 1)) t)}, {@code t} being the 97.5 % quantile of Student's t with {@code n - 1}
 * degrees of freedom. The plain percentile interval is too narrow for small {@code n}, so that it
 * would call two equal sides different more often than 5 % of the time.
 *
 * @param resamples number of resamples, at least 100
 * @param seed seed of the resampling; the same seed gives the same interval
 */
public record Bootstrap(int resamples, long seed) {

  /** Resamples for a figure that is kept. */
  public static final int RESAMPLES_KEPT = 10_000;

  /** Resamples for a figure that is replaced after the next pair; costs a tenth. */
  public static final int RESAMPLES_LIVE = 1_000;

  /**
   * Fewest independent units with an interval. No resampled mean lies outside the units, so that an
   * interval over few of them misses too often whatever its tails: for normal log ratios 7.0 % of
   * the time with 6 units and 5.5 % with 8.
   */
  public static final int FEWEST_UNITS = 8;

  private static final double TAIL = 0.025;

  public Bootstrap {
    if (resamples < 100) {
      throw new IllegalArgumentException("resamples " + resamples);
    }
  }

  /**
   * The geometric mean of all ratios.
   *
   * @param ratiosByUnit positive ratios of each independent unit; a unit is resampled whole
   * @return value NaN without a ratio; ends NaN with fewer than {@link #FEWEST_UNITS} units
   */
  public Interval geometricMean(List<List<Double>> ratiosByUnit) {
    int units = ratiosByUnit.size();
    double[] logSums = new double[units];
    double[] counts = new double[units];
    double logSum = 0;
    int count = 0;
    for (int i = 0; i < units; i++) {
      for (double ratio : ratiosByUnit.get(i)) {
        logSums[i] += Math.log(ratio);
      }
      int ratios = ratiosByUnit.get(i).size();
      counts[i] = ratios;
      logSum += logSums[i];
      count += ratios;
    }
    double value = Math.exp(logSum / count);
    if (units < FEWEST_UNITS) {
      return new Interval(value, Double.NaN, Double.NaN, count);
    }
    Ends ends = ends(units, resampledRatios(logSums, counts));
    return new Interval(value, Math.exp(ends.low()), Math.exp(ends.high()), count);
  }

  /**
   * The interval of a pooled figure.
   *
   * @param units what each independent unit adds to it; a unit that adds nothing to the denominator
   *     says nothing about the figure, and is left out
   * @return {@link Ends#NONE} with fewer than {@link #FEWEST_UNITS} units
   */
  Ends pooled(List<Fraction> units) {
    List<Fraction> telling = units.stream().filter(unit -> unit.denominator() > 0).toList();
    if (telling.size() < FEWEST_UNITS) {
      return Ends.NONE;
    }
    return ends(
        telling.size(),
        resampledRatios(
            telling.stream().mapToDouble(Fraction::numerator).toArray(),
            telling.stream().mapToDouble(Fraction::denominator).toArray()));
  }

  /**
   * The interval of a median.
   *
   * @param units values of each independent unit; a unit is resampled whole
   * @return {@link Ends#NONE} with fewer than {@link #FEWEST_UNITS} units
   */
  Ends median(List<double[]> units) {
    return units.size() < FEWEST_UNITS
        ? Ends.NONE
        : ends(
            units.size(), new ResampledMedians(units).draw(new SplittableRandom(seed), resamples));
  }

  private static Ends ends(int units, double[] resampled) {
    double tail = expandedTail(units);
    double[] ends = Quantile.withDefaults().evaluate(resampled, tail, 1 - tail);
    return new Ends(ends[0], ends[1]);
  }

  /** Of each resample, the sum of the numerators over that of the denominators. */
  private double[] resampledRatios(double[] numerators, double[] denominators) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] ratios = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double numerator = 0;
      double denominator = 0;
      for (int draw = 0; draw < numerators.length; draw++) {
        int unit = random.nextInt(numerators.length);
        numerator += numerators[unit];
        denominator += denominators[unit];
      }
      ratios[i] = numerator / denominator;
    }
    return ratios;
  }

  /**
   * For each of several quantities, the share of resamples in which its mean is the largest; of
   * equals the first counts. A quantity without a value in a resample is not the largest there.
   *
   * @param sums for each independent unit the sum of each quantity's values
   * @param counts how many values each is the sum of, 0 or more
   */
  double[] sharesOfLargestMean(double[][] sums, int[][] counts) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] wins = new long[sums[0].length];
    double[][] drawnSums = new double[sums.length][];
    int[][] drawnCounts = new int[sums.length][];
    for (int i = 0; i < resamples; i++) {
      for (int draw = 0; draw < sums.length; draw++) {
        int unit = random.nextInt(sums.length);
        drawnSums[draw] = sums[unit];
        drawnCounts[draw] = counts[unit];
      }
      wins[largest(means(drawnSums, drawnCounts))]++;
    }
    return Arrays.stream(wins).mapToDouble(count -> (double) count / resamples).toArray();
  }

  /** The mean of each quantity over the units; minus infinity without a value. */
  static double[] means(double[][] sums, int[][] counts) {
    int quantities = sums.length == 0 ? 0 : sums[0].length;
    double[] means = new double[quantities];
    for (int i = 0; i < quantities; i++) {
      double sum = 0;
      int count = 0;
      for (int unit = 0; unit < sums.length; unit++) {
        sum += sums[unit][i];
        count += counts[unit][i];
      }
      means[i] = count == 0 ? Double.NEGATIVE_INFINITY : sum / count;
    }
    return means;
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** The probability below the lower end, for {@code n} units. */
  static double expandedTail(int n) {
    double t = TDistribution.of(n - 1).inverseSurvivalProbability(TAIL);
    return NormalDistribution.of(0, 1).cumulativeProbability(-Math.sqrt(n / (n - 1.0)) * t);
  }
}
