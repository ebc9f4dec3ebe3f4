package dev.goldilocks.chart;

import java.util.List;

/**
 * Draws the figures of one line of a {@link RowChart}, and what the lines share.
 *
 * @param <E> the figures of a line
 */
interface RowPlot<E> {

  /** What the legend explains; empty when there is nothing to tell apart. */
  List<ChartFrame.LegendEntry> legend();

  /** Writes the units over the lines. */
  void head(Sheet sheet, PlotArea area, double top);

  /**
   * Draws a line.
   *
   * @return its bottom
   */
  double draw(Sheet sheet, PlotArea area, E figures, double top);

  /** How far under the top of a line its key has its middle. */
  double middle();

  /** Draws the grid behind lines. */
  void grid(Sheet sheet, PlotArea area, double top, double bottom);

  /** Writes the values of the grid under the lines. */
  void ticks(Sheet sheet, PlotArea area, double top);

  /** A line's figures in words, for people who point at it or cannot see it. */
  List<String> words(E figures);
}
