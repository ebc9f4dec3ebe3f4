package dev.goldilocks.chart;

import java.util.Locale;

/**
 * How a chart looks.
 *
 * @param palette its colours
 * @param locale whose digits and decimal sign; {@link Locale#ROOT} for a file that others read
 */
public record ChartStyle(ChartPalette palette, Locale locale) {

  /** Dark on white, for a file. */
  public static ChartStyle light() {
    return new ChartStyle(ChartPalette.light(), Locale.ROOT);
  }

  /** Light on near black, for a file. */
  public static ChartStyle dark() {
    return new ChartStyle(ChartPalette.dark(), Locale.ROOT);
  }
}
