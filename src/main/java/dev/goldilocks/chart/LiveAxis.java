package dev.goldilocks.chart;

import java.util.stream.IntStream;

/**
 * An axis with a tick at each multiple of a round step. It moves in steps, so that a growing run
 * does not rescale its chart at every update.
 *
 * @param start value at the axis' start, which need not have a tick
 * @param end value at the axis' end, likewise
 * @param step distance of two ticks
 */
record LiveAxis(double start, double end, double step) {

  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final int[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400
  };
  private static final int PARTS_OF_A_STEP = 5;

  /** A single tick tells no scale. */
  private static final int LEAST_TICKS = 2;

  private static final double EMPTY_END = 1;
  private static final double ROUNDING = 1e-9;

  /**
   * An axis for values of 0 to {@code max}.
   *
   * @param max largest value; anything but a positive number gives an axis to 1
   * @param intervals most intervals between ticks, at least 1
   */
  static LiveAxis forValues(double max, int intervals) {
    double top = max > 0 && Double.isFinite(max) ? max : EMPTY_END;
    double step = step(top / intervals);
    return new LiveAxis(0, Math.ceil(top / step - ROUNDING) * step, step);
  }

  /**
   * An axis that holds two values, which need not begin at zero. In a small chart, whose step is
   * wide, it ends near them and not at a tick.
   *
   * @param min smallest value
   * @param max largest value, over {@code min}
   * @param intervals about how many intervals between ticks, at least 2
   */
  static LiveAxis forRange(double min, double max, int intervals) {
    double step = step((max - min) / intervals);
    return near(min, max, step, step / PARTS_OF_A_STEP);
  }

  /** An axis whose ends are multiples of a part of its step, unless that gives it a single tick. */
  private static LiveAxis near(double min, double max, double step, double part) {
    double end = Math.ceil(max / part - ROUNDING) * part;
    LiveAxis near = new LiveAxis(Math.floor(min / part + ROUNDING) * part, end, step);
    return near.ticks().length >= LEAST_TICKS
        ? near
        : new LiveAxis(Math.floor(min / step + ROUNDING) * step, end, step);
  }

  /** The smallest round step that is not under a rough one. */
  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : ROUND) {
      if (factor * power >= rough * (1 - ROUNDING)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /**
   * An axis for a run's time. It ends with the run as nearly as it can without moving at every
   * update, not at a tick: of a wide step the rest would be empty.
   *
   * @param from first moment, in milliseconds
   * @param to latest moment, not before the first
   * @param intervals most intervals between ticks, at least 2
   */
  static LiveAxis forTime(long from, long to, int intervals) {
    double first = from / 1000.0;
    double last = Math.max(first + 1, to / 1000.0);
    for (int step : SECONDS) {
      LiveAxis axis = seconds(first, last, step);
      if (axis.end - axis.start <= intervals * axis.step) {
        return axis;
      }
    }
    double days = Math.ceil((last - first) / Math.max(1, intervals - 1) / 86400);
    return seconds(first, last, days * 86400);
  }

  private static LiveAxis seconds(double first, double last, double step) {
    double part = Math.max(1, step / PARTS_OF_A_STEP);
    return near(first, last, step, part).times(1000);
  }

  private LiveAxis times(double factor) {
    return new LiveAxis(start * factor, end * factor, step * factor);
  }

  /** The values that have a tick, ascending. */
  double[] ticks() {
    double first = Math.ceil(start / step - ROUNDING);
    double last = Math.floor(end / step + ROUNDING);
    return IntStream.rangeClosed(0, (int) Math.round(last - first))
        .mapToDouble(index -> (first + index) * step)
        .toArray();
  }

  /** The value at a place between start, 0, and end, 1. */
  double value(double position) {
    return start + position * (end - start);
  }

  /** Where a value lies between start, 0, and end, 1. */
  double position(double value) {
    return (value - start) / (end - start);
  }
}
