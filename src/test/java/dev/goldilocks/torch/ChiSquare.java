package dev.goldilocks.torch;

import java.util.Map;

/** Pearson's chi-square test of counts against a known distribution. */
final class ChiSquare {

  /** Cells that expect fewer counts than this are pooled, as the approximation asks for. */
  private static final double SMALLEST_EXPECTATION = 5;

  private ChiSquare() {}

  /**
   * Probability of counts at least as far from the distribution as these, were they drawn from it.
   *
   * @param probabilities of every cell; their sum is 1
   * @param counts how often each cell was seen; a cell of probability 0 that was seen gives 0
   * @throws IllegalArgumentException when fewer than four cells expect enough counts
   */
  static <T> double pValue(Map<T, Double> probabilities, Map<T, Integer> counts) {
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    boolean impossible =
        counts.keySet().stream().anyMatch(cell -> probabilities.getOrDefault(cell, 0.0) == 0);
    if (impossible) {
      return 0;
    }
    double statistic = 0;
    int cells = 0;
    double pooledExpectation = 0;
    int pooledCount = 0;
    for (Map.Entry<T, Double> cell : probabilities.entrySet()) {
      double expected = cell.getValue() * total;
      int count = counts.getOrDefault(cell.getKey(), 0);
      if (expected < SMALLEST_EXPECTATION) {
        pooledExpectation += expected;
        pooledCount += count;
      } else {
        statistic += Math.pow(count - expected, 2) / expected;
        cells++;
      }
    }
    if (pooledExpectation > 0) {
      statistic += Math.pow(pooledCount - pooledExpectation, 2) / pooledExpectation;
      cells++;
    }
    if (cells < 4) {
      throw new IllegalArgumentException("too few counts for a test: " + cells + " cells");
    }
    return upperTail(statistic, cells - 1);
  }

  /**
   * Wilson and Hilferty 1931: the cube root of a chi-square variable over its degrees of freedom is
   * nearly normal.
   */
  static double upperTail(double statistic, int degrees) {
    double spread = 2.0 / (9 * degrees);
    double z = (Math.cbrt(statistic / degrees) - (1 - spread)) / Math.sqrt(spread);
    return 0.5 * complementaryErrorFunction(z / Math.sqrt(2));
  }

  /** Abramowitz and Stegun 7.1.26, good to 1.5e-7. */
  private static double complementaryErrorFunction(double x) {
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double tail = polynomial * Math.exp(-x * x);
    return x >= 0 ? tail : 2 - tail;
  }
}
