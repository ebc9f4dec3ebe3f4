package dev.goldilocks.chart;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of charts, from their bundle; a file's, of {@link Locale#ROOT}, are the same
 * everywhere.
 */
final class ChartTexts {

  private final ResourceBundle bundle;
  private final Locale locale;

  /**
   * @param locale whose words and plural numbers
   */
  ChartTexts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "dev.goldilocks.chart.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * A text.
   *
   * @throws java.util.MissingResourceException when the bundle has no such key
   */
  String of(String key) {
    return bundle.getString(key);
  }

  /** A text with {@code {0}}, {@code {1}} … replaced. */
  String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
