package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.runs.FigureText;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * Speedups as marks with their intervals on an axis with the line of no gain, and in figures at the
 * right. A hollow mark is a figure without an interval, or one that was not measured here.
 */
final class RangePlot implements RowPlot<RangePlot.Range> {

  /**
   * A speedup.
   *
   * @param name what it is the speedup of
   * @param speedup with its interval
   * @param ends the interval in words, or why there is none; a line break parts a remark from it
   * @param fill whether it is this program's own measurement
   * @param series which of several it belongs to; empty where there is one
   */
  record Range(String name, Interval speedup, String ends, Fill fill, OptionalInt series) {

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
  private final List<String> series;
  private final Axis axis;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartTexts texts;

  /**
   * @param ranges all that are drawn, since they share an axis
   * @param series names of the series, at most {@link ChartPalette#MOST_SERIES}; none where there
   *     is nothing to tell apart
   */
  RangePlot(
      List<Range> ranges,
      List<String> series,
      Axis axis,
      ChartPalette palette,
      FigureText figures,
      ChartTexts texts) {
    this.ranges = List.copyOf(ranges);
    this.series = List.copyOf(series);
    this.axis = axis;
    this.palette = palette;
    this.figures = figures;
    this.texts = texts;
  }

  @Override
  public List<ChartFrame.LegendEntry> legend() {
    return series.size() < 2
        ? List.of()
        : IntStream.range(0, series.size())
            .mapToObj(
                index ->
                    new ChartFrame.LegendEntry(
                        (sheet, x, y) ->
                            SeriesMark.of(index)
                                .draw(
                                    sheet,
                                    palette.series().get(index),
                                    palette.background(),
                                    x + ChartFrame.SYMBOL_WIDTH / 2,
                                    y + ChartFrame.SYMBOL_HEIGHT / 2),
                        series.get(index)))
            .toList();
  }

  @Override
  public void head(Sheet sheet, PlotArea area, double top) {
    switch (axis) {
      case SHOWN ->
          sheet.text(
              texts.of("speedup.unit"), TextStyle.SMALL_STRONG, palette.muted(), area.left(), top);
      case FIGURES_ONLY ->
          sheet.textUpTo(
              texts.of("speedup.unit"), TextStyle.SMALL_STRONG, palette.muted(), area.right(), top);
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
    Color ink =
        range.series().isPresent()
            ? palette.series().get(range.series().getAsInt())
            : palette.speculative();
    if (range.hasEnds()) {
      double low = x(area, range.speedup().low());
      double high = x(area, range.speedup().high());
      sheet.line(ink, 2, low, y, high, y);
      // Caps that touch the mark would only blur it.
      if (high - low > 2 * (MARK + CAP_DISTANCE)) {
        sheet.line(ink, 2, low, y - CAP, low, y + CAP);
        sheet.line(ink, 2, high, y - CAP, high, y + CAP);
      }
    }
    double value = x(area, range.speedup().value());
    boolean isSolid = range.hasEnds() && range.fill() == Fill.SOLID;
    if (range.series().isPresent()) {
      SeriesMark mark = SeriesMark.of(range.series().getAsInt());
      mark.draw(
          sheet,
          isSolid ? ink : palette.background(),
          isSolid ? palette.background() : ink,
          value,
          y);
      return;
    }
    double[] diamond = {value, y - MARK, value + MARK, y, value, y + MARK, value - MARK, y};
    sheet.polygon(
        isSolid ? ink : palette.background(), isSolid ? palette.background() : ink, diamond);
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
            range.name()
                + ": "
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
