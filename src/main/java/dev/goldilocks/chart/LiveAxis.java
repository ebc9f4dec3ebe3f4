package dev.goldilocks.chart;

/**
 * An axis from zero with round ticks. It leaves headroom and moves in steps, so that a growing run
 * does not rescale its chart at every update.
 *
 * @param end value at the axis' end, a multiple of {@code step}
 * @param step distance of two ticks
 */
record LiveAxis(double end, double step) {

  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final int[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400
  };
  private static final double EMPTY_END = 1;

  /**
   * An axis for values of 0 to {@code max}.
   *
   * @param max largest value; anything but a positive number gives an axis to 1
   * @param intervals most intervals between ticks, at least 1
   */
  static LiveAxis forValues(double max, int intervals) {
    double top = max > 0 && Double.isFinite(max) ? max : EMPTY_END;
    double rough = top / intervals;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power * 10;
    for (double factor : ROUND) {
      if (factor * power * intervals >= top) {
        step = factor * power;
        break;
      }
    }
    return new LiveAxis(Math.ceil(top / step - 1e-9) * step, step);
  }

  /**
   * An axis for a run's time.
   *
   * @param millis latest moment
   * @param intervals most intervals between ticks, at least 1
   */
  static LiveAxis forTime(long millis, int intervals) {
    double seconds = Math.max(1, millis / 1000.0);
    double step = Math.ceil(seconds / intervals / 86400) * 86400;
    for (int candidate : SECONDS) {
      if ((double) candidate * intervals >= seconds) {
        step = candidate;
        break;
      }
    }
    return new LiveAxis(Math.ceil(seconds / step) * step * 1000, step * 1000);
  }

  /** Number of intervals between ticks. */
  int intervals() {
    return (int) Math.round(end / step);
  }

  /** Where a value lies between start, 0, and end, 1. */
  double position(double value) {
    return value / end;
  }
}
