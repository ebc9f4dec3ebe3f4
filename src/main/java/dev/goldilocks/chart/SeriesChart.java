package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Figures over whole numbers: a line for each series with the interval at every point that has one.
 * At most {@link ChartPalette#MOST_SERIES} series.
 */
final class SeriesChart implements Drawing {

  /**
   * What the chart says.
   *
   * @param title what it shows
   * @param subtitle what its figures are
   * @param valueAxis what stands over the vertical axis
   * @param indexAxis what stands under the horizontal axis
   * @param values the vertical axis
   * @param tick writes a value of it
   * @param reference a value whose line is drawn stronger; empty for none
   * @param series at most {@link ChartPalette#MOST_SERIES}
   * @param footnotes what stands under it
   */
  record Content(
      String title,
      String subtitle,
      String valueAxis,
      String indexAxis,
      LinearScale values,
      BarPlot.TickText tick,
      OptionalDouble reference,
      List<Series> series,
      List<String> footnotes) {

    Content {
      series = List.copyOf(series);
      footnotes = List.copyOf(footnotes);
    }
  }

  /**
   * A line.
   *
   * @param name in the legend
   * @param points index ascending
   */
  record Series(String name, List<Point> points) {

    Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point.
   *
   * @param index where it stands on the horizontal axis
   * @param figure its value, NaN when undefined, with its interval
   * @param words the figure as it is read
   */
  record Point(int index, Interval figure, String words) {}

  private static final double PLOT_HEIGHT = 280;
  private static final double AXIS_WIDTH = 48;
  private static final double CAP = 4;
  private static final double SPREAD = 6;

  private final Content content;
  private final ChartPalette palette;
  private final ChartFrame frame;

  SeriesChart(Content content, ChartPalette palette) {
    this.content = content;
    this.palette = palette;
    this.frame = new ChartFrame(palette);
  }

  /** The rectangle of the plot and the indices of its edges. */
  private record Plot(double left, double top, double width, double height, int first, int last) {

    double step() {
      return width / (last - first + 1);
    }

    double x(int index) {
      return left + (index - first + 0.5) * step();
    }

    double bottom() {
      return top + height;
    }

    double right() {
      return left + width;
    }
  }

  @Override
  public String title() {
    return content.title();
  }

  @Override
  public double draw(Sheet sheet, double width) {
    var background = sheet.rectangle(palette.background(), null, 0, 0, width, 0);
    double top = frame.head(sheet, width, content.title(), content.subtitle(), legend());
    sheet.text(
        content.valueAxis(), TextStyle.SMALL_STRONG, palette.muted(), ChartFrame.PADDING, top);
    double left = ChartFrame.PADDING + AXIS_WIDTH;
    Plot plot =
        new Plot(
            left,
            Math.rint(top + Sheet.height(TextStyle.SMALL) + 12),
            width - ChartFrame.PADDING - left,
            PLOT_HEIGHT,
            indices().min().orElse(1),
            indices().max().orElse(1));
    axes(sheet, plot);
    for (int series = 0; series < content.series().size(); series++) {
      series(sheet, plot, series);
    }
    indices().distinct().sorted().forEach(index -> spot(sheet, plot, index));
    double ticks = plot.bottom() + ChartFrame.TINY_GAP + Sheet.height(TextStyle.SMALL);
    double axisName = ticks + ChartFrame.TINY_GAP;
    sheet.textUpTo(
        content.indexAxis(), TextStyle.SMALL_STRONG, palette.muted(), plot.right(), axisName);
    double foot = axisName + Sheet.height(TextStyle.SMALL) + ChartFrame.GAP;
    double height = frame.foot(sheet, width, Math.rint(foot), content.footnotes());
    background.setHeight(Math.ceil(height));
    return height;
  }

  private IntStream indices() {
    return content.series().stream()
        .flatMapToInt(series -> series.points().stream().mapToInt(Point::index));
  }

  private List<ChartFrame.LegendEntry> legend() {
    if (content.series().size() < 2) {
      return List.of();
    }
    return IntStream.range(0, content.series().size())
        .mapToObj(
            series ->
                new ChartFrame.LegendEntry(
                    (sheet, x, y) -> symbol(sheet, series, x, y),
                    content.series().get(series).name()))
        .toList();
  }

  private void symbol(Sheet sheet, int series, double x, double y) {
    double middle = y + ChartFrame.SYMBOL_HEIGHT / 2;
    SeriesMark mark = SeriesMark.of(series);
    mark.dash(sheet.line(color(series), 2, x, middle, x + ChartFrame.SYMBOL_WIDTH, middle));
    mark.draw(sheet, color(series), palette.background(), x + ChartFrame.SYMBOL_WIDTH / 2, middle);
  }

  private void axes(Sheet sheet, Plot plot) {
    double half = Sheet.height(TextStyle.SMALL) / 2;
    for (double tick : content.values().ticks()) {
      boolean isReference = isReference(tick);
      double y = Math.rint(y(plot, tick)) + 0.5;
      sheet.line(isReference ? palette.axis() : palette.grid(), 1, plot.left(), y, plot.right(), y);
      sheet.textUpTo(
          content.tick().write(tick, content.values().fractionDigits()),
          TextStyle.SMALL,
          isReference ? palette.text() : palette.muted(),
          plot.left() - ChartFrame.SMALL_GAP,
          y - half);
    }
    indices()
        .distinct()
        .forEach(
            index ->
                sheet.textAround(
                    Integer.toString(index),
                    TextStyle.SMALL,
                    palette.muted(),
                    plot.x(index),
                    plot.bottom() + ChartFrame.TINY_GAP));
  }

  private boolean isReference(double tick) {
    return content.reference().stream().anyMatch(value -> Math.abs(tick - value) < 1e-9);
  }

  private void series(Sheet sheet, Plot plot, int series) {
    SeriesMark mark = SeriesMark.of(series);
    Path path = new Path();
    path.setStroke(color(series));
    path.setStrokeWidth(2);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    mark.dash(sheet.add(path));
    boolean isBroken = true;
    for (Point point : content.series().get(series).points()) {
      double x = x(plot, series, point.index());
      double y = y(plot, point.figure().value());
      if (Double.isNaN(y)) {
        isBroken = true;
        continue;
      }
      PathElement element = isBroken ? new MoveTo(x, y) : new LineTo(x, y);
      path.getElements().add(element);
      isBroken = false;
      whisker(sheet, plot, series, x, point.figure());
      mark.draw(sheet, color(series), palette.background(), x, y);
    }
  }

  private void whisker(Sheet sheet, Plot plot, int series, double x, Interval interval) {
    if (Double.isNaN(interval.low()) || Double.isNaN(interval.high())) {
      return;
    }
    double low = y(plot, interval.low());
    double high = y(plot, interval.high());
    sheet.line(color(series), 1.5, x, low, x, high);
    sheet.line(color(series), 1.5, x - CAP, low, x + CAP, low);
    sheet.line(color(series), 1.5, x - CAP, high, x + CAP, high);
  }

  private void spot(Sheet sheet, Plot plot, int index) {
    List<String> lines = new ArrayList<>();
    lines.add(content.indexAxis() + " " + index);
    for (Series series : content.series()) {
      series.points().stream()
          .filter(point -> point.index() == index)
          .forEach(point -> lines.add(series.name() + ": " + point.words()));
    }
    sheet.spot(plot.x(index) - plot.step() / 2, plot.top(), plot.step(), plot.height(), lines);
  }

  /** Series stand a little apart, so that their intervals do not cover each other. */
  private double x(Plot plot, int series, int index) {
    return plot.x(index) + (series - (content.series().size() - 1) / 2.0) * SPREAD;
  }

  private double y(Plot plot, double value) {
    return plot.bottom() - content.values().position(value) * plot.height();
  }

  private Color color(int series) {
    return palette.series().get(series);
  }
}
