package dev.goldilocks.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/**
 * Lines over the time of a run, from zero up. The values under the pointer are read out beside a
 * hair line.
 */
public final class LiveLines extends LiveCanvas {

  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double TOP = 8;
  private static final double BOTTOM = 20;
  private static final double PIXELS_A_VALUE_TICK = 28;
  private static final double PIXELS_A_TIME_TICK = 72;
  private static final double LINE = 1.75;
  private static final double MARK = 3;
  private static final double HEADROOM = 1.08;
  private static final double READ_OUT_LINE = 16;
  private static final double READ_OUT_PADDING = 8;
  private static final double CHARACTER = 6.4;

  private List<LiveSeries> series = List.of();
  private DoubleFunction<String> valueText = Double::toString;
  private DoubleFunction<String> tickText = Double::toString;
  private DoubleFunction<String> timeText = Double::toString;
  private double fixedMaximum = Double.NaN;
  private double pointer = Double.NaN;

  public LiveLines() {
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX()));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAt(Double.NaN));
  }

  /**
   * How figures are written.
   *
   * @param value for the read-out
   * @param tick for the value axis
   * @param millis for the time axis and the read-out
   */
  public void setTexts(
      DoubleFunction<String> value, DoubleFunction<String> tick, DoubleFunction<String> millis) {
    valueText = value;
    tickText = tick;
    timeText = millis;
    redraw();
  }

  /**
   * Ends the value axis here whatever the values; 1 for a share.
   *
   * @param maximum NaN to follow the values
   */
  public void setFixedMaximum(double maximum) {
    fixedMaximum = maximum;
    redraw();
  }

  /** See {@link #setFixedMaximum}. */
  public double getFixedMaximum() {
    return fixedMaximum;
  }

  /** What is drawn. */
  public List<LiveSeries> getSeries() {
    return series;
  }

  /** Draws these lines; nothing happens when they are the ones that are drawn. */
  public void setSeries(List<LiveSeries> lines) {
    if (!series.equals(lines)) {
      series = List.copyOf(lines);
      redraw();
    }
  }

  @Override
  boolean isEmpty() {
    return series.stream().allMatch(line -> line.points().isEmpty());
  }

  @Override
  void draw(GraphicsContext context, double width, double height) {
    Plot plot = plot(width, height);
    drawAxes(context, plot);
    for (LiveSeries line : series) {
      drawLine(context, plot, line);
    }
    if (!Double.isNaN(pointer) && pointer >= plot.left && pointer <= plot.right) {
      drawReadOut(context, plot, (pointer - plot.left) / (plot.right - plot.left));
    }
  }

  private Plot plot(double width, double height) {
    double plotHeight = height - TOP - BOTTOM;
    double plotWidth = width - LEFT - RIGHT;
    double max = Double.isNaN(fixedMaximum) ? largestValue() * HEADROOM : fixedMaximum;
    int valueTicks = Math.max(1, (int) (plotHeight / PIXELS_A_VALUE_TICK));
    int timeTicks = Math.max(1, (int) (plotWidth / PIXELS_A_TIME_TICK));
    return new Plot(
        LEFT,
        TOP,
        width - RIGHT,
        height - BOTTOM,
        LiveAxis.forTime(latest(), timeTicks),
        LiveAxis.forValues(max, valueTicks));
  }

  private void drawAxes(GraphicsContext context, Plot plot) {
    context.setLineDashes();
    context.setLineWidth(1);
    context.setStroke(grid());
    context.setFill(text());
    context.setTextAlign(TextAlignment.RIGHT);
    context.setTextBaseline(VPos.CENTER);
    for (int tick = 0; tick <= plot.values.intervals(); tick++) {
      double value = plot.values.tick(tick);
      double y = crisp(plot.y(value));
      context.strokeLine(plot.left, y, plot.right, y);
      context.fillText(tickText.apply(value), plot.left - 8, y);
    }
    context.setTextBaseline(VPos.BOTTOM);
    for (int tick = 0; tick <= plot.time.intervals(); tick++) {
      double millis = plot.time.tick(tick);
      context.setTextAlign(
          tick == plot.time.intervals() ? TextAlignment.RIGHT : TextAlignment.CENTER);
      context.fillText(timeText.apply(millis), plot.x(millis), plot.bottom + BOTTOM - 1);
    }
  }

  private void drawLine(GraphicsContext context, Plot plot, LiveSeries line) {
    if (line.points().isEmpty()) {
      return;
    }
    Paint colour = colour(line.role());
    if (line.role() == LiveRole.MEMORY) {
      fillBelow(context, plot, line, colour);
    }
    context.setStroke(colour);
    context.setLineWidth(LINE);
    context.setLineJoin(StrokeLineJoin.ROUND);
    context.setLineCap(StrokeLineCap.BUTT);
    if (line.role() == LiveRole.BASELINE) {
      context.setLineDashes(5, 3);
    } else {
      context.setLineDashes();
    }
    context.beginPath();
    boolean connected = false;
    for (LivePoint point : line.points()) {
      if (Double.isNaN(point.value())) {
        connected = false;
      } else if (connected) {
        context.lineTo(plot.at(point), plot.y(point.value()));
      } else {
        context.moveTo(plot.at(point), plot.y(point.value()));
        connected = true;
      }
    }
    context.stroke();
    context.setLineDashes();
    LivePoint last = line.points().getLast();
    if (!Double.isNaN(last.value())) {
      mark(context, plot.at(last), plot.y(last.value()), colour);
    }
  }

  private static void fillBelow(GraphicsContext context, Plot plot, LiveSeries line, Paint colour) {
    context.setGlobalAlpha(0.12);
    context.setFill(colour);
    context.beginPath();
    context.moveTo(plot.at(line.points().getFirst()), plot.bottom);
    for (LivePoint point : line.points()) {
      if (!Double.isNaN(point.value())) {
        context.lineTo(plot.at(point), plot.y(point.value()));
      }
    }
    context.lineTo(plot.at(line.points().getLast()), plot.bottom);
    context.closePath();
    context.fill();
    context.setGlobalAlpha(1);
  }

  private void drawReadOut(GraphicsContext context, Plot plot, double position) {
    double millis = position * plot.time.end();
    List<Reading> readings = readings(millis);
    if (readings.isEmpty()) {
      return;
    }
    context.setStroke(text());
    context.setLineWidth(1);
    context.strokeLine(crisp(pointer), plot.top, crisp(pointer), plot.bottom);
    String time = timeText.apply(millis);
    int longest =
        readings.stream()
            .mapToInt(reading -> reading.text.length())
            .reduce(time.length(), Math::max);
    double boxWidth = longest * CHARACTER + 2 * READ_OUT_PADDING;
    double boxHeight = (readings.size() + 1) * READ_OUT_LINE + READ_OUT_PADDING;
    double x =
        pointer + 8 + boxWidth <= plot.right ? pointer + 8 : Math.max(0, pointer - 8 - boxWidth);
    context.setFill(surface());
    context.fillRect(x, plot.top, boxWidth, boxHeight);
    context.setStroke(grid());
    context.strokeRect(Math.floor(x) + 0.5, plot.top + 0.5, boxWidth, boxHeight);
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.CENTER);
    context.setFill(text());
    double y = plot.top + READ_OUT_PADDING / 2 + READ_OUT_LINE / 2;
    context.fillText(time, x + READ_OUT_PADDING, y);
    for (Reading reading : readings) {
      y += READ_OUT_LINE;
      context.setFill(colour(reading.point.role));
      context.fillText(reading.text, x + READ_OUT_PADDING, y);
      mark(
          context,
          plot.x((double) reading.point.millis),
          plot.y(reading.point.value),
          colour(reading.point.role));
    }
  }

  private List<Reading> readings(double millis) {
    return series.stream().map(line -> nearest(line, millis)).flatMap(Optional::stream).toList();
  }

  private Optional<Reading> nearest(LiveSeries line, double millis) {
    return line.points().stream()
        .filter(point -> !Double.isNaN(point.value()))
        .min(java.util.Comparator.comparingDouble(point -> Math.abs(point.millis() - millis)))
        .map(
            point ->
                new Reading(
                    new Place(line.role(), point.millis(), point.value()),
                    line.name() + "  " + valueText.apply(point.value())));
  }

  private void mark(GraphicsContext context, double x, double y, Paint colour) {
    context.setFill(surface());
    context.fillOval(x - MARK - 1, y - MARK - 1, 2 * MARK + 2, 2 * MARK + 2);
    context.setFill(colour);
    context.fillOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
  }

  private void pointAt(double x) {
    if (Double.compare(pointer, x) != 0) {
      pointer = x;
      redraw();
    }
  }

  private double largestValue() {
    return series.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(LivePoint::value)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private long latest() {
    return series.stream()
        .filter(line -> !line.points().isEmpty())
        .mapToLong(line -> line.points().getLast().millis())
        .max()
        .orElse(0);
  }

  private static double crisp(double pixel) {
    return Math.floor(pixel) + 0.5;
  }

  private record Place(LiveRole role, long millis, double value) {}

  private record Reading(Place point, String text) {}

  private record Plot(
      double left, double top, double right, double bottom, LiveAxis time, LiveAxis values) {

    double at(LivePoint point) {
      return x((double) point.millis());
    }

    double x(double millis) {
      return left + time.position(millis) * (right - left);
    }

    double y(double value) {
      return bottom - values.position(value) * (bottom - top);
    }
  }
}
