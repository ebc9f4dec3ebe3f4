package dev.goldilocks.chart;

/** Draws a chart at any width. */
interface Drawing {

  /**
   * Draws onto an empty sheet.
   *
   * @param width in pixels before scaling
   * @return the height that it took
   */
  double draw(Sheet sheet, double width);

  /** What the chart shows. */
  String title();
}
