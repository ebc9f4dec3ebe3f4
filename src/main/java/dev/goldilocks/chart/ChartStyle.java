package dev.goldilocks.chart;

import java.util.Locale;

/**
 * How a chart looks.
 *
 * @param palette its colours
 * @param locale whose digits and decimal sign; {@link Locale#ROOT} for a file that others read
 * @param foot what stands under it
 */
public record ChartStyle(ChartPalette palette, Locale locale, Foot foot) {

  /** What stands under a chart. */
  public enum Foot {
    /** The set-up of its runs, so that it can stand alone. */
    SET_UP,
    /** Remarks on its figures only: the set-up stands elsewhere on the page. */
    REMARKS
  }

  /** A chart that stands alone. */
  public ChartStyle(ChartPalette palette, Locale locale) {
    this(palette, locale, Foot.SET_UP);
  }

  /** Dark on white, for a file. */
  public static ChartStyle light() {
    return new ChartStyle(ChartPalette.light(), Locale.ROOT);
  }

  /** Light on near black, for a file. */
  public static ChartStyle dark() {
    return new ChartStyle(ChartPalette.dark(), Locale.ROOT);
  }

  /** The same for a chart among others on one page. */
  ChartStyle amongOthers() {
    return new ChartStyle(palette, locale, Foot.REMARKS);
  }
}
