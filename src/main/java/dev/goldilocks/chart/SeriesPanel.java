package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** One plot of figures over whole numbers, with its axes. */
final class SeriesPanel {

  /** Where the points of several series stand that have the same index. */
  enum Placement {
    /** A little beside each other, so that their intervals do not cover each other. */
    APART,
    /** At their index: crossings of the lines are where they belong. */
    IN_LINE
  }

  /**
   * What a panel shows.
   *
   * @param valueAxis what stands over the vertical axis
   * @param values the vertical axis
   * @param tick writes a value of it
   * @param reference a value whose line is drawn stronger; empty for none
   * @param names of places on the horizontal axis that are no numbers: no line joins what stands
   *     there
   * @param series at most {@link ChartPalette#MOST_SERIES}
   * @param placement of the points that several series have at one index
   */
  record Content(
      String valueAxis,
      LinearScale values,
      BarPlot.TickText tick,
      OptionalDouble reference,
      Map<Integer, String> names,
      List<Series> series,
      Placement placement) {

    Content {
      names = Map.copyOf(names);
      series = List.copyOf(series);
    }

    /** Whether a prediction is drawn beside the figures. */
    boolean isPredicted() {
      return series.stream()
          .flatMap(line -> line.points().stream())
          .anyMatch(point -> Double.isFinite(point.predicted()));
    }

    IntStream indices() {
      return series.stream()
          .flatMapToInt(line -> line.points().stream().mapToInt(Point::index))
          .distinct()
          .sorted();
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
   * @param predicted what it was predicted to be; NaN for no prediction
   * @param words the figure as it is read
   */
  record Point(int index, Interval figure, double predicted, String words) {

    /** A point that nothing predicts, and that has no interval. */
    static Point of(int index, double figure, String words) {
      return new Point(index, new Interval(figure, Double.NaN, Double.NaN, 0), Double.NaN, words);
    }

    /** All values that the axis has to hold. */
    DoubleStream extent() {
      return DoubleStream.of(figure.low(), figure.value(), figure.high(), predicted)
          .filter(Double::isFinite);
    }
  }

  private static final double AXIS_WIDTH = 48;
  private static final double CAP = 4;
  private static final double SPREAD = 6;
  private static final double CROSS = 3;

  private final Content content;
  private final String indexAxis;
  private final ChartPalette palette;

  /**
   * @param indexAxis what stands under the horizontal axis
   */
  SeriesPanel(Content content, String indexAxis, ChartPalette palette) {
    this.content = content;
    this.indexAxis = indexAxis;
    this.palette = palette;
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

  /**
   * Draws the panel.
   *
   * @param height of the plot alone
   * @return the bottom of all of it
   */
  double draw(Sheet sheet, double left, double top, double width, double height) {
    sheet.text(content.valueAxis(), TextStyle.SMALL_STRONG, palette.muted(), left, top);
    Plot plot =
        new Plot(
            left + AXIS_WIDTH,
            Math.rint(top + Sheet.height(TextStyle.SMALL) + 12),
            width - AXIS_WIDTH,
            height,
            content.indices().min().orElse(1),
            content.indices().max().orElse(1));
    axes(sheet, plot);
    for (int series = 0; series < content.series().size(); series++) {
      series(sheet, plot, series);
    }
    content.indices().forEach(index -> spot(sheet, plot, index));
    double ticks = plot.bottom() + ChartFrame.TINY_GAP + Sheet.height(TextStyle.SMALL);
    double axisName = ticks + ChartFrame.TINY_GAP;
    sheet.textUpTo(indexAxis, TextStyle.SMALL_STRONG, palette.muted(), plot.right(), axisName);
    return axisName + Sheet.height(TextStyle.SMALL);
  }

  /** Draws a series' symbol for a legend. */
  static void symbol(Sheet sheet, ChartPalette palette, int series, double x, double y) {
    double middle = y + ChartFrame.SYMBOL_HEIGHT / 2;
    SeriesMark mark = SeriesMark.of(series);
    Color color = palette.series().get(series);
    mark.dash(sheet.line(color, 2, x, middle, x + ChartFrame.SYMBOL_WIDTH, middle));
    mark.draw(sheet, color, palette.background(), x + ChartFrame.SYMBOL_WIDTH / 2, middle);
  }

  /** Draws the symbol of predictions for a legend. */
  static void predictionSymbol(Sheet sheet, Color color, double x, double y) {
    double middle = y + ChartFrame.SYMBOL_HEIGHT / 2;
    dot(sheet.line(color, 1.5, x, middle, x + ChartFrame.SYMBOL_WIDTH, middle));
    cross(sheet, color, x + ChartFrame.SYMBOL_WIDTH / 2, middle);
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
    content
        .indices()
        .filter(index -> Sheet.width(name(index), TextStyle.SMALL) <= plot.step())
        .forEach(
            index ->
                sheet.textAround(
                    name(index),
                    TextStyle.SMALL,
                    palette.muted(),
                    plot.x(index),
                    plot.bottom() + ChartFrame.TINY_GAP));
  }

  private String name(int index) {
    return content.names().getOrDefault(index, Integer.toString(index));
  }

  private boolean isNamed(int index) {
    return content.names().containsKey(index);
  }

  private boolean isReference(double tick) {
    return content.reference().stream().anyMatch(value -> Math.abs(tick - value) < 1e-9);
  }

  private void series(Sheet sheet, Plot plot, int series) {
    predictions(sheet, plot, series);
    SeriesMark mark = SeriesMark.of(series);
    Path path = path(plot, series, point -> point.figure().value());
    path.setStrokeWidth(2);
    mark.dash(sheet.add(path));
    for (Point point : content.series().get(series).points()) {
      double x = x(plot, series, point.index());
      double y = y(plot, point.figure().value());
      if (Double.isFinite(y)) {
        whisker(sheet, plot, series, x, point.figure());
        mark.draw(sheet, color(series), palette.background(), x, y);
      }
    }
  }

  /** Thin and dotted, under the measured line. */
  private void predictions(Sheet sheet, Plot plot, int series) {
    Path path = path(plot, series, Point::predicted);
    path.setStrokeWidth(1.5);
    dot(sheet.add(path));
    for (Point point : content.series().get(series).points()) {
      if (Double.isFinite(point.predicted())) {
        cross(sheet, color(series), x(plot, series, point.index()), y(plot, point.predicted()));
      }
    }
  }

  private Path path(Plot plot, int series, ToDoubleFunction<Point> value) {
    Path path = new Path();
    path.setStroke(color(series));
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    boolean isBroken = true;
    for (Point point : content.series().get(series).points()) {
      double x = x(plot, series, point.index());
      double y = y(plot, value.applyAsDouble(point));
      if (Double.isNaN(y)) {
        isBroken = true;
        continue;
      }
      isBroken |= isNamed(point.index());
      PathElement element = isBroken ? new MoveTo(x, y) : new LineTo(x, y);
      path.getElements().add(element);
      isBroken = false;
    }
    return path;
  }

  private static void dot(Shape line) {
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.getStrokeDashArray().setAll(0.1, 4.0);
  }

  private static void cross(Sheet sheet, Color color, double x, double y) {
    sheet.line(color, 1.5, x - CROSS, y - CROSS, x + CROSS, y + CROSS);
    sheet.line(color, 1.5, x - CROSS, y + CROSS, x + CROSS, y - CROSS);
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
    lines.add(isNamed(index) ? name(index) : indexAxis + " " + index);
    for (Series series : content.series()) {
      series.points().stream()
          .filter(point -> point.index() == index)
          .forEach(point -> lines.add(series.name() + ": " + point.words()));
    }
    sheet.spot(plot.x(index) - plot.step() / 2, plot.top(), plot.step(), plot.height(), lines);
  }

  private double x(Plot plot, int series, int index) {
    double apart =
        switch (content.placement()) {
          case APART -> SPREAD;
          case IN_LINE -> 0;
        };
    return plot.x(index) + (series - (content.series().size() - 1) / 2.0) * apart;
  }

  private double y(Plot plot, double value) {
    return plot.bottom() - content.values().position(value) * plot.height();
  }

  private Color color(int series) {
    return palette.series().get(series);
  }
}
