package dev.goldilocks.chart;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of a chart, given whole, so that a chart looks the same in a window of any theme and
 * in a file. Blue and grey-blue stay apart for colour-blind eyes; in print, where they would not,
 * baseline is an outline and speculative is solid.
 *
 * @param background behind everything
 * @param text what must be read first; at least 7:1 on the background
 * @param muted axes, notes and units; at least 4.5:1 on the background
 * @param grid lines behind the data
 * @param axis the line that a bar starts from, and that of no gain
 * @param baseline outline of baseline bars
 * @param baselineFill fill of baseline bars
 * @param speculative speculative bars and speedups; at least 3:1 on the background
 * @param series colours of several runs in one plot, five of them
 */
public record ChartPalette(
    Color background,
    Color text,
    Color muted,
    Color grid,
    Color axis,
    Color baseline,
    Color baselineFill,
    Color speculative,
    List<Color> series) {

  /** Most series in one plot. */
  public static final int MOST_SERIES = 5;

  public ChartPalette {
    series = List.copyOf(series);
    if (series.size() != MOST_SERIES) {
      throw new IllegalArgumentException(series.size() + " series colours");
    }
  }

  /** Dark on white. */
  public static ChartPalette light() {
    return new ChartPalette(
        Color.web("#ffffff"),
        Color.web("#1f2328"),
        Color.web("#59636e"),
        Color.web("#e6eaef"),
        Color.web("#8c959f"),
        Color.web("#5b6b7f"),
        Color.web("#d5dde6"),
        Color.web("#0969da"),
        List.of(
            Color.web("#0969da"),
            Color.web("#b35900"),
            Color.web("#0f7a62"),
            Color.web("#8250df"),
            Color.web("#57606a")));
  }

  /** Light on near black, the same as a card of the window. */
  public static ChartPalette dark() {
    return new ChartPalette(
        Color.web("#161b22"),
        Color.web("#f0f6fc"),
        Color.web("#9198a1"),
        Color.web("#2a313b"),
        Color.web("#6e7681"),
        Color.web("#9fb0c5"),
        Color.web("#2b3644"),
        Color.web("#58a6ff"),
        List.of(
            Color.web("#58a6ff"),
            Color.web("#f0883e"),
            Color.web("#3fc6a4"),
            Color.web("#bc8cff"),
            Color.web("#b1bac4")));
  }
}
