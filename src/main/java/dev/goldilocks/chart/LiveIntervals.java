package dev.goldilocks.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/**
 * Speedups over K, each with its 95 % interval, beside a line at 1 where nothing is gained. One of
 * them can be marked.
 */
public final class LiveIntervals extends LiveRow {

  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double TOP = 8;
  private static final double BOTTOM = 20;
  private static final double PIXELS_A_TICK = 28;
  private static final double BREAK_EVEN = 1;
  private static final double LEAST_AT_FIRST = 0.9;
  private static final double MOST_AT_FIRST = 1.1;
  private static final double DOT = 3.5;
  private static final double WHISKER = 3;
  private static final double CHARACTER = 6;
  private static final double BETWEEN_NAMES = 6;

  /**
   * A speedup.
   *
   * @param name K, or the policy that chooses it
   * @param value the figure; NaN draws nothing
   * @param low lower end of its interval; NaN draws none
   * @param high upper end
   */
  public record Entry(String name, double value, double low, double high) {}

  private List<Entry> entries = List.of();
  private String marked = "";
  private DoubleFunction<String> valueText = Double::toString;
  private Function<Entry, String> readOutText = Entry::toString;

  /**
   * How figures are written.
   *
   * @param value on the axis
   * @param readOut for one speedup
   */
  public void setTexts(DoubleFunction<String> value, Function<Entry, String> readOut) {
    valueText = value;
    readOutText = readOut;
    redraw();
  }

  /** What is drawn. */
  public List<Entry> getEntries() {
    return entries;
  }

  /**
   * Draws these speedups; nothing happens when they are the ones that are drawn.
   *
   * @param speedups K ascending, then the policies
   * @param markedName the one that is drawn in full colour; empty for none
   */
  public void show(List<Entry> speedups, String markedName) {
    if (!entries.equals(speedups) || !marked.equals(markedName)) {
      entries = List.copyOf(speedups);
      marked = markedName;
      redraw();
    }
  }

  @Override
  boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  void draw(GraphicsContext context, double width, double height) {
    double bottom = height - BOTTOM;
    LiveAxis axis = axis(Math.max(1, (int) ((bottom - TOP) / PIXELS_A_TICK)));
    drawAxis(context, axis, width, bottom);
    double pitch = pitch(width);
    for (int index = 0; index < entries.size(); index++) {
      drawEntry(context, axis, entries.get(index), x(index, pitch), bottom);
    }
    drawNames(context, pitch, width, height);
    OptionalInt index = pointed();
    if (index.isPresent()) {
      double x = x(index.getAsInt(), pitch);
      context.setStroke(text());
      context.setLineWidth(1);
      context.strokeLine(x, TOP, x, bottom);
      drawEntry(context, axis, entries.get(index.getAsInt()), x, bottom);
      readOut(index.getAsInt()).draw(context, x, TOP, width, surface(), text());
    }
  }

  private static double x(int index, double pitch) {
    return Math.floor(LEFT + pitch * (index + 0.5)) + 0.5;
  }

  /** Where a name stands under the axis. */
  private record Extent(double left, double right) {
    boolean meets(Extent other) {
      return left < other.right + BETWEEN_NAMES && other.left < right + BETWEEN_NAMES;
    }
  }

  /** The marked name, and of the others those that have room, from the left. */
  private void drawNames(GraphicsContext context, double pitch, double width, double height) {
    List<Extent> taken = new ArrayList<>();
    List<Integer> byWeight =
        IntStream.range(0, entries.size())
            .boxed()
            .sorted(Comparator.comparing(index -> !entries.get(index).name.equals(marked)))
            .toList();
    context.setFill(text());
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.BOTTOM);
    for (int index : byWeight) {
      String name = entries.get(index).name;
      double length = CHARACTER * name.length();
      double left = Math.min(x(index, pitch) - length / 2, width - length);
      Extent extent = new Extent(left, left + length);
      if (taken.stream().noneMatch(extent::meets)) {
        taken.add(extent);
        context.fillText(name, left, height - 1);
      }
    }
  }

  @Override
  int count() {
    return entries.size();
  }

  @Override
  int indexAt(double x) {
    return (int) Math.floor((x - LEFT) / pitch(getWidth()));
  }

  @Override
  ReadOut readOut(int index) {
    return new ReadOut(
        List.of(
            new ReadOut.Line(readOutText.apply(entries.get(index)), colour(LiveRole.SPECULATIVE))));
  }

  private double pitch(double width) {
    return (width - LEFT - RIGHT) / Math.max(1, entries.size());
  }

  private LiveAxis axis(int intervals) {
    double top = MOST_AT_FIRST;
    double bottom = LEAST_AT_FIRST;
    for (Entry entry : entries) {
      for (double value : List.of(entry.value, entry.low, entry.high)) {
        if (Double.isFinite(value)) {
          top = Math.max(top, value);
          bottom = Math.min(bottom, value);
        }
      }
    }
    return LiveAxis.forRange(bottom, top, intervals);
  }

  private void drawAxis(GraphicsContext context, LiveAxis axis, double width, double bottom) {
    context.setLineWidth(1);
    context.setTextAlign(TextAlignment.RIGHT);
    context.setTextBaseline(VPos.CENTER);
    context.setFill(text());
    for (int tick = 0; tick <= axis.intervals(); tick++) {
      double y = y(axis, axis.tick(tick), bottom);
      context.setStroke(grid());
      context.strokeLine(LEFT, y, width - RIGHT, y);
      context.fillText(valueText.apply(axis.tick(tick)), LEFT - 8, y);
    }
    context.setStroke(colour(LiveRole.BASELINE));
    context.setLineDashes(5, 3);
    double even = y(axis, BREAK_EVEN, bottom);
    context.strokeLine(LEFT, even, width - RIGHT, even);
    context.setLineDashes();
  }

  private void drawEntry(
      GraphicsContext context, LiveAxis axis, Entry entry, double x, double bottom) {
    if (Double.isNaN(entry.value)) {
      return;
    }
    Paint colour = colour(LiveRole.SPECULATIVE);
    context.setStroke(colour);
    context.setLineWidth(1.5);
    if (Double.isFinite(entry.low) && Double.isFinite(entry.high)) {
      double low = y(axis, entry.low, bottom);
      double high = y(axis, entry.high, bottom);
      context.strokeLine(x, low, x, high);
      context.strokeLine(x - WHISKER, low, x + WHISKER, low);
      context.strokeLine(x - WHISKER, high, x + WHISKER, high);
    }
    double y = y(axis, entry.value, bottom);
    context.setFill(entry.name.equals(marked) ? colour : surface());
    context.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    context.strokeOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
  }

  private static double y(LiveAxis axis, double value, double bottom) {
    return Math.floor(bottom - axis.position(value) * (bottom - TOP)) + 0.5;
  }
}
