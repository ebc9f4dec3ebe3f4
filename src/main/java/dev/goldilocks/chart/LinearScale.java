package dev.goldilocks.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis with round ticks.
 *
 * @param low value at the start
 * @param high value at the end, over {@code low}
 * @param step distance of ticks, 1, 2 or 5 times a power of ten
 */
record LinearScale(double low, double high, double step) {

  private static final double[] ROUND = {1, 2, 5, 10};

  /** An axis from zero for bars; to 1 when there is nothing over zero. */
  static LinearScale fromZero(double highest, int mostTicks) {
    double high = highest > 0 && Double.isFinite(highest) ? highest : 1;
    return new LinearScale(0, high, step(high, mostTicks));
  }

  /**
   * An axis around points, widened to whole ticks.
   *
   * @param lowest at most {@code highest}
   */
  static LinearScale around(double lowest, double highest, int mostTicks) {
    double margin = lowest == highest ? 0.1 * Math.max(1e-9, Math.abs(lowest)) : 0;
    double step = step(highest - lowest + 2 * margin, mostTicks);
    return new LinearScale(
        Math.floor((lowest - margin) / step + 1e-9) * step,
        Math.ceil((highest + margin) / step - 1e-9) * step,
        step);
  }

  private static double step(double span, int mostTicks) {
    double rough = span / mostTicks;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : ROUND) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** Where a value lies: 0 at the start, 1 at the end. */
  double position(double value) {
    return (value - low) / (high - low);
  }

  /** The ticks, ascending. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (double i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step + 0.0); // never -0
    }
    return ticks;
  }

  /** Digits after the point that tell the ticks apart. */
  int fractionDigits() {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }
}
