package dev.goldilocks.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/**
 * Lines over the time of a run, from zero up. Where a line has a gap, nothing was measured, and a
 * hair line leads over it. The values at a moment, which several charts can share, are read out.
 */
public final class LiveLines extends LiveCanvas {

  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double TOP = 8;
  private static final double BOTTOM = 20;
  private static final double PIXELS_A_VALUE_TICK = 28;
  private static final double PIXELS_A_TIME_TICK = 56;
  private static final int LEAST_TIME_TICKS = 2;
  private static final double LINE = 1.75;
  private static final double HAIR = 1;
  private static final double HAIR_OPACITY = 0.4;
  private static final double FILL_OPACITY = 0.12;
  private static final double MARK = 3;
  private static final double HEADROOM = 1.08;

  /** Height of the line of names over the plot. */
  private static final double NAMES = 14;

  private static final double STEPS_OF_KEYS = 50;

  private final DoubleProperty moment = new SimpleDoubleProperty(Double.NaN);
  private List<LiveSeries> series = List.of();
  private List<LiveMark> marks = List.of();
  private DoubleFunction<String> valueText = Double::toString;
  private DoubleFunction<String> tickText = Double::toString;
  private DoubleFunction<String> timeText = Double::toString;
  private double fixedMaximum = Double.NaN;

  public LiveLines() {
    moment.addListener(_ -> showMoment());
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

  /** The moment whose values are read out, in milliseconds since the run started; NaN for none. */
  public DoubleProperty momentProperty() {
    return moment;
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

  /**
   * Marks these moments; nothing happens when they are the ones that are marked.
   *
   * @param moments in order of time
   */
  public void setMarks(List<LiveMark> moments) {
    if (!marks.equals(moments)) {
      marks = List.copyOf(moments);
      redraw();
    }
  }

  @Override
  boolean isEmpty() {
    return series.stream().allMatch(line -> line.points().isEmpty());
  }

  @Override
  void draw(GraphicsContext context, double width, double height) {
    LivePlot plot = plot(width, height);
    drawAxes(context, plot);
    drawMarks(context, plot);
    for (LiveSeries line : series) {
      if (!line.points().isEmpty()) {
        drawLine(context, plot, line);
      }
    }
    drawReadOut(context, plot, width);
  }

  @Override
  void pointAt(double x) {
    moment.set(isEmpty() ? Double.NaN : plot(getWidth(), getHeight()).millis(x));
  }

  @Override
  void pointAway() {
    moment.set(Double.NaN);
  }

  @Override
  void pointFurther(int steps) {
    if (isEmpty()) {
      return;
    }
    LiveAxis time = plot(getWidth(), getHeight()).time();
    double from = Double.isNaN(moment.get()) ? earliest() : moment.get();
    double next = from + steps * (time.end() - time.start()) / STEPS_OF_KEYS;
    moment.set(Math.clamp(next, (double) earliest(), (double) latest()));
  }

  private void showMoment() {
    setAccessibleHelp(isEmpty() ? "" : readOut(readings()).map(ReadOut::text).orElse(""));
    redraw();
  }

  private LivePlot plot(double width, double height) {
    double top = marks.isEmpty() ? TOP : TOP + NAMES;
    double max = Double.isNaN(fixedMaximum) ? largestValue() * HEADROOM : fixedMaximum;
    int valueTicks = Math.max(1, (int) ((height - top - BOTTOM) / PIXELS_A_VALUE_TICK));
    LiveAxis values = LiveAxis.forValues(max, valueTicks);
    double left = Math.max(LEFT, Math.ceil(widestTick(values)) + 8);
    int timeTicks = (int) ((width - left - RIGHT) / PIXELS_A_TIME_TICK);
    LiveAxis time = LiveAxis.forTime(earliest(), latest(), Math.max(LEAST_TIME_TICKS, timeTicks));
    return new LivePlot(left, top, width - RIGHT, height - BOTTOM, time, values);
  }

  private double widestTick(LiveAxis values) {
    return DoubleStream.of(values.ticks())
        .map(tick -> textWidth(tickText.apply(tick)))
        .max()
        .orElse(0);
  }

  private void drawAxes(GraphicsContext context, LivePlot plot) {
    context.setLineDashes();
    context.setLineWidth(HAIR);
    context.setStroke(grid());
    context.setFill(text());
    context.setTextAlign(TextAlignment.RIGHT);
    context.setTextBaseline(VPos.CENTER);
    for (double value : plot.values().ticks()) {
      double y = crisp(plot.y(value));
      context.strokeLine(plot.left(), y, plot.right(), y);
      context.fillText(tickText.apply(value), plot.left() - 8, y);
    }
    context.setTextBaseline(VPos.BOTTOM);
    for (double millis : plot.time().ticks()) {
      String time = timeText.apply(millis);
      double room = 2 * (plot.right() - plot.x(millis));
      context.setTextAlign(textWidth(time) > room ? TextAlignment.RIGHT : TextAlignment.CENTER);
      context.fillText(time, plot.x(millis), plot.bottom() + BOTTOM - 1);
    }
  }

  /**
   * A name stands right of its mark, over the plot so that no line crosses it, unless the next mark
   * leaves no room for it.
   */
  private void drawMarks(GraphicsContext context, LivePlot plot) {
    context.setStroke(text());
    context.setFill(text());
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.BOTTOM);
    for (int index = 0; index < marks.size(); index++) {
      LiveMark mark = marks.get(index);
      double x = crisp(plot.x((double) mark.millis()));
      double next =
          index + 1 < marks.size() ? plot.x((double) marks.get(index + 1).millis()) : plot.right();
      context.setLineDashes(2, 2);
      context.strokeLine(x, plot.top() - NAMES, x, plot.bottom());
      context.setLineDashes();
      if (next - x > textWidth(mark.name()) + 4) {
        context.fillText(mark.name(), x + 4, plot.top());
      }
    }
  }

  private void drawLine(GraphicsContext context, LivePlot plot, LiveSeries line) {
    Paint colour = colour(line.role());
    if (line.role() == LiveRole.MEMORY) {
      fillBelow(context, plot, line, colour);
    }
    context.setStroke(colour);
    context.setLineJoin(StrokeLineJoin.ROUND);
    context.setLineCap(StrokeLineCap.BUTT);
    bridgeGaps(context, plot, line);
    context.setLineWidth(LINE);
    if (line.role() == LiveRole.BASELINE) {
      context.setLineDashes(5, 3);
    }
    context.beginPath();
    boolean connected = false;
    for (LivePoint point : line.points()) {
      if (Double.isNaN(point.value())) {
        connected = false;
      } else if (connected) {
        context.lineTo(plot.x((double) point.millis()), plot.y(point.value()));
      } else {
        context.moveTo(plot.x((double) point.millis()), plot.y(point.value()));
        connected = true;
      }
    }
    context.stroke();
    context.setLineDashes();
    LivePoint last = line.points().getLast();
    if (!Double.isNaN(last.value())) {
      mark(context, plot.x((double) last.millis()), plot.y(last.value()), colour);
    }
  }

  private static void bridgeGaps(GraphicsContext context, LivePlot plot, LiveSeries line) {
    context.setGlobalAlpha(HAIR_OPACITY);
    context.setLineWidth(HAIR);
    List<LivePoint> points = line.points();
    for (int index = 1; index < points.size() - 1; index++) {
      LivePoint before = points.get(index - 1);
      LivePoint after = points.get(index + 1);
      if (Double.isNaN(points.get(index).value())) {
        context.strokeLine(
            plot.x((double) before.millis()),
            plot.y(before.value()),
            plot.x((double) after.millis()),
            plot.y(after.value()));
      }
    }
    context.setGlobalAlpha(1);
  }

  private static void fillBelow(
      GraphicsContext context, LivePlot plot, LiveSeries line, Paint colour) {
    context.setGlobalAlpha(FILL_OPACITY);
    context.setFill(colour);
    context.beginPath();
    context.moveTo(plot.x((double) line.points().getFirst().millis()), plot.bottom());
    for (LivePoint point : line.points()) {
      if (!Double.isNaN(point.value())) {
        context.lineTo(plot.x((double) point.millis()), plot.y(point.value()));
      }
    }
    context.lineTo(plot.x((double) line.points().getLast().millis()), plot.bottom());
    context.closePath();
    context.fill();
    context.setGlobalAlpha(1);
  }

  private void drawReadOut(GraphicsContext context, LivePlot plot, double width) {
    if (!plot.holds(moment.get())) {
      return;
    }
    List<Reading> readings = readings();
    Optional<ReadOut> box = readOut(readings);
    if (box.isEmpty()) {
      return;
    }
    double x = plot.x(moment.get());
    context.setStroke(text());
    context.setLineWidth(HAIR);
    context.strokeLine(crisp(x), plot.top(), crisp(x), plot.bottom());
    for (Reading reading : readings) {
      mark(
          context,
          plot.x((double) reading.point.millis()),
          plot.y(reading.point.value()),
          colour(reading.line.role()));
    }
    box.get().draw(context, x, plot.top(), width, surface(), text());
  }

  /** The values at the moment under the pointer, as far as lines reach there. */
  private List<Reading> readings() {
    return series.stream().map(this::reading).flatMap(Optional::stream).toList();
  }

  private Optional<Reading> reading(LiveSeries line) {
    double millis = moment.get();
    if (line.points().isEmpty()
        || !(millis >= line.points().getFirst().millis()
            && millis <= line.points().getLast().millis())) {
      return Optional.empty();
    }
    return line.points().stream()
        .filter(point -> !Double.isNaN(point.value()))
        .min(Comparator.comparingDouble(point -> Math.abs(point.millis() - millis)))
        .map(point -> new Reading(line, point));
  }

  private Optional<ReadOut> readOut(List<Reading> readings) {
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    List<ReadOut.Line> lines = new ArrayList<>();
    lines.add(new ReadOut.Line(timeText.apply(moment.get()), text()));
    for (Reading reading : readings) {
      lines.add(
          new ReadOut.Line(
              reading.line.name() + "  " + valueText.apply(reading.point.value()),
              colour(reading.line.role())));
    }
    return Optional.of(new ReadOut(lines));
  }

  private void mark(GraphicsContext context, double x, double y, Paint colour) {
    context.setFill(surface());
    context.fillOval(x - MARK - 1, y - MARK - 1, 2 * MARK + 2, 2 * MARK + 2);
    context.setFill(colour);
    context.fillOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
  }

  private double largestValue() {
    return series.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(LivePoint::value)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private long earliest() {
    return series.stream()
        .filter(line -> !line.points().isEmpty())
        .mapToLong(line -> line.points().getFirst().millis())
        .min()
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

  private record Reading(LiveSeries line, LivePoint point) {}
}
