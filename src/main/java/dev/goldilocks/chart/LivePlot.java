package dev.goldilocks.chart;

/**
 * Where the points of a chart over time lie in it.
 *
 * @param left edge of the plot, in pixels
 * @param top edge
 * @param right edge
 * @param bottom edge
 * @param time across, in milliseconds
 * @param values up
 */
record LivePlot(
    double left, double top, double right, double bottom, LiveAxis time, LiveAxis values) {

  double x(double millis) {
    return left + time.position(millis) * (right - left);
  }

  double y(double value) {
    return bottom - values.position(value) * (bottom - top);
  }

  /** The moment at a place across; NaN outside of the plot. */
  double millis(double x) {
    return x >= left && x <= right ? time.value((x - left) / (right - left)) : Double.NaN;
  }

  boolean holds(double millis) {
    return millis >= time.start() && millis <= time.end();
  }
}
