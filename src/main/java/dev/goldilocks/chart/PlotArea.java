package dev.goldilocks.chart;

/**
 * The columns that a row's figures are drawn into.
 *
 * @param left left edge in pixels before scaling
 * @param right right edge
 * @param shape whether the rows' names stand beside it or over it
 */
record PlotArea(double left, double right, Shape shape) {

  /** Where the names of the rows stand. */
  enum Shape {
    /** Beside the figures. */
    WIDE,
    /** Over them. */
    NARROW
  }

  double width() {
    return right - left;
  }

  /** The same with other edges. */
  PlotArea between(double newLeft, double newRight) {
    return new PlotArea(newLeft, newRight, shape);
  }
}
