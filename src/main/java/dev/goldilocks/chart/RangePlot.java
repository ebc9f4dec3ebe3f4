package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.runs.FigureText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Speedups as marks with their intervals on an axis with the line of no gain, and in figures at the
 * right. A hollow mark is a figure without an interval, or one that was not measured here.
 */
final class RangePlot implements RowPlot<RangePlot.Range> {

  /**
   * A speedup.
   *
   * @param speedup with its interval
   * @param ends the interval in words, or why there is none; a line break parts a remark from it
   * @param fill whether it is this program's own measurement
   */
  record Range(Interval speedup, String ends, Fill fill) {

    boolean hasEnds() {
      return Double.isFinite(speedup.low()) && Double.isFinite(speedup.high());
    }
  }

  /** How a mark is drawn. */
  enum Fill {
    SOLID,
    HOLLOW
  }

  /** Whether a plot has an axis of its own. */
  enum Axis {
    SHOWN,
    FIGURES_ONLY
  }

  /** Width of the figures at the right. */
  static final double FIGURE_WIDTH = 124;

  private static final double MIDDLE = 15;
  private static final double MARK = 5;
  private static final double CAP = 5;
  private static final double CAP_DISTANCE = 2;
  private static final double TICK_DISTANCE = 48;

  private final List<Range> ranges;
  private final Axis axis;
  private final ChartPalette palette;
  private final FigureText figures;

  /**
   * @param ranges all that are drawn, since they share an axis
   */
  RangePlot(List<Range> ranges, Axis axis, ChartPalette palette, FigureText figures) {
    this.ranges = List.copyOf(ranges);
    this.axis = axis;
    this.palette = palette;
    this.figures = figures;
  }

  @Override
  public List<ChartFrame.LegendEntry> legend() {
    return List.of();
  }

  @Override
  public void head(Sheet sheet, PlotArea area, double top) {
    switch (axis) {
      case SHOWN ->
          sheet.text("speedup", TextStyle.SMALL_STRONG, palette.muted(), area.left(), top);
      case FIGURES_ONLY ->
          sheet.textUpTo("speedup", TextStyle.SMALL_STRONG, palette.muted(), area.right(), top);
    }
  }

  @Override
  public double draw(Sheet sheet, PlotArea area, Range range, double top) {
    double bottom = figure(sheet, area, range, top);
    if (axis == Axis.SHOWN) {
      mark(sheet, area, range, Math.rint(top + MIDDLE));
    }
    return bottom;
  }

  private double figure(Sheet sheet, PlotArea area, Range range, double top) {
    double y = top - 1;
    y +=
        sheet
            .textUpTo(
                figures.factor(range.speedup().value()),
                TextStyle.STRONG,
                palette.text(),
                area.right(),
                y)
            .getHeight();
    for (String line : range.ends().split("\n", -1)) {
      y += sheet.textUpTo(line, TextStyle.SMALL, palette.muted(), area.right(), y).getHeight();
    }
    return y;
  }

  private void mark(Sheet sheet, PlotArea area, Range range, double y) {
    if (!Double.isFinite(range.speedup().value())) {
      return;
    }
    if (range.hasEnds()) {
      double low = x(area, range.speedup().low());
      double high = x(area, range.speedup().high());
      sheet.line(palette.speculative(), 2, low, y, high, y);
      // Caps that touch the mark would only blur it.
      if (high - low > 2 * (MARK + CAP_DISTANCE)) {
        sheet.line(palette.speculative(), 2, low, y - CAP, low, y + CAP);
        sheet.line(palette.speculative(), 2, high, y - CAP, high, y + CAP);
      }
    }
    double value = x(area, range.speedup().value());
    double[] diamond = {value, y - MARK, value + MARK, y, value, y + MARK, value - MARK, y};
    boolean isSolid = range.hasEnds() && range.fill() == Fill.SOLID;
    sheet.polygon(
        isSolid ? palette.speculative() : palette.background(),
        isSolid ? palette.background() : palette.speculative(),
        diamond);
  }

  /** That of the figure with its interval under it. */
  @Override
  public double middle() {
    return MIDDLE;
  }

  @Override
  public void grid(Sheet sheet, PlotArea area, double top, double bottom) {
    if (axis == Axis.SHOWN) {
      for (double tick : scale(area).ticks()) {
        double x = Math.rint(x(area, tick)) + 0.5;
        sheet.line(isNoGain(tick) ? palette.axis() : palette.grid(), 1, x, top, x, bottom);
      }
    }
  }

  @Override
  public void ticks(Sheet sheet, PlotArea area, double top) {
    if (axis == Axis.SHOWN) {
      LinearScale scale = scale(area);
      for (double tick : scale.ticks()) {
        sheet.textAround(
            figures.decimal(tick, scale.fractionDigits()) + "×",
            TextStyle.SMALL,
            isNoGain(tick) ? palette.text() : palette.muted(),
            x(area, tick),
            top);
      }
    }
  }

  @Override
  public List<String> words(Range range) {
    return Stream.of(
            "Speedup: "
                + figures.factor(range.speedup().value())
                + ", "
                + range.ends().replace("\n", ", "))
        .toList();
  }

  private LinearScale scale(PlotArea area) {
    int mostTicks = (int) Math.clamp(axisWidth(area) / TICK_DISTANCE, 1, 8);
    return SpeedupScale.of(ranges.stream().map(Range::speedup).toList(), mostTicks);
  }

  private static double axisWidth(PlotArea area) {
    return area.width() - ChartFrame.GAP - FIGURE_WIDTH;
  }

  private double x(PlotArea area, double factor) {
    return area.left() + scale(area).position(factor) * axisWidth(area);
  }

  private static boolean isNoGain(double speedup) {
    return Math.abs(speedup - 1) < 1e-9;
  }
}
