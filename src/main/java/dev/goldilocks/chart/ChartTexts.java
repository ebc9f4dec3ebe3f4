package dev.goldilocks.chart;

import dev.goldilocks.text.TextBundle;
import java.util.Locale;

/**
 * The words of charts, from their bundle; a file's, of {@link Locale#ROOT}, are the same
 * everywhere.
 */
final class ChartTexts extends TextBundle {

  /**
   * @param locale whose words and plural numbers
   */
  ChartTexts(Locale locale) {
    super("dev.goldilocks.chart.texts", locale);
  }
}
