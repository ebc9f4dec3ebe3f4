package dev.goldilocks.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/**
 * Speedups in a row, each with its 95 % interval, beside a line at 1 where nothing is gained. Some
 * of them can be marked.
 */
public final class LiveIntervals extends LiveRow {

  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double TOP = 8;
  private static final double BOTTOM = 20;
  private static final double PIXELS_A_TICK = 28;
  private static final int LEAST_INTERVALS = 2;
  private static final double BREAK_EVEN = 1;
  private static final double LEAST_AT_FIRST = 0.9;
  private static final double MOST_AT_FIRST = 1.1;
  private static final double DOT = 3.5;
  private static final double WHISKER = 3;
  private static final double BETWEEN_NAMES = 6;
  private static final double LINE_OF_NAMES = 13;
  private static final int MOST_LINES_OF_NAMES = 3;

  /**
   * A speedup.
   *
   * @param name what it is the speedup of
   * @param value the figure; NaN draws nothing
   * @param low lower end of its interval; NaN draws none
   * @param high upper end
   */
  public record Entry(String name, double value, double low, double high) {}

  private List<Entry> entries = List.of();
  private Set<String> marked = Set.of();
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
   * @param speedups from left to right
   * @param markedNames those that are drawn in full colour
   */
  public void show(List<Entry> speedups, Set<String> markedNames) {
    if (!entries.equals(speedups) || !marked.equals(markedNames)) {
      entries = List.copyOf(speedups);
      marked = Set.copyOf(markedNames);
      redraw();
    }
  }

  @Override
  boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  void draw(GraphicsContext context, double width, double height) {
    double pitch = pitch(width);
    List<Name> names = names(pitch, width);
    int lines = 1 + names.stream().mapToInt(Name::line).max().orElse(0);
    double bottom = height - BOTTOM - (lines - 1) * LINE_OF_NAMES;
    LiveAxis axis = axis(Math.max(LEAST_INTERVALS, (int) ((bottom - TOP) / PIXELS_A_TICK)));
    drawAxis(context, axis, width, bottom);
    for (int index = 0; index < entries.size(); index++) {
      drawEntry(context, axis, entries.get(index), x(index, pitch), bottom);
    }
    drawNames(context, names, height - 1 - (lines - 1) * LINE_OF_NAMES);
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
  private record Name(String text, double left, double right, int line) {
    boolean meets(Name other) {
      return line == other.line
          && left < other.right + BETWEEN_NAMES
          && other.left < right + BETWEEN_NAMES;
    }
  }

  /**
   * Each name under its place, in as few lines in turn as give all of them room; where the most
   * lines do not, the marked names go before the others.
   */
  private List<Name> names(double pitch, double width) {
    for (int lines = 1; lines < MOST_LINES_OF_NAMES; lines++) {
      List<Name> names = names(pitch, width, lines);
      if (names.size() == entries.size()) {
        return names;
      }
    }
    return names(pitch, width, MOST_LINES_OF_NAMES);
  }

  private List<Name> names(double pitch, double width, int lines) {
    List<Name> names = new ArrayList<>();
    IntStream.range(0, entries.size())
        .boxed()
        .sorted(Comparator.comparing(index -> !marked.contains(entries.get(index).name)))
        .map(index -> name(index, pitch, width, index % lines))
        .filter(name -> names.stream().noneMatch(name::meets))
        .forEach(names::add);
    return names;
  }

  private Name name(int index, double pitch, double width, int line) {
    String text = entries.get(index).name;
    double length = textWidth(text);
    double left = Math.clamp(x(index, pitch) - length / 2, 0, Math.max(0, width - length));
    return new Name(text, left, left + length, line);
  }

  private void drawNames(GraphicsContext context, List<Name> names, double firstLine) {
    context.setFill(text());
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.BOTTOM);
    for (Name name : names) {
      context.fillText(name.text, name.left, firstLine + name.line * LINE_OF_NAMES);
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
    for (double tick : axis.ticks()) {
      double y = y(axis, tick, bottom);
      context.setStroke(grid());
      context.strokeLine(LEFT, y, width - RIGHT, y);
      context.fillText(valueText.apply(tick), LEFT - 8, y);
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
    context.setFill(marked.contains(entry.name) ? colour : surface());
    context.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    context.strokeOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
  }

  private static double y(LiveAxis axis, double value, double bottom) {
    return Math.floor(bottom - axis.position(value) * (bottom - TOP)) + 0.5;
  }
}
