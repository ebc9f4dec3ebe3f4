package dev.goldilocks.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one package, from its properties file. A subclass names the file and nothing else,
 * so that a key cannot be looked for in another package's.
 */
public abstract class TextBundle {

  private final ResourceBundle bundle;
  private final Locale locale;

  /** Reading a pattern takes many times as long as filling it in, and lists fill in thousands. */
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /**
   * @param name of the bundle, {@code dev.goldilocks.chart.texts}
   * @param locale whose texts, and whose rules for plurals; English where there are none. {@link
   *     Locale#ROOT} gives the same in every country, as files need it
   */
  protected TextBundle(String name, Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            name,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Whose texts they are. */
  public final Locale locale() {
    return locale;
  }

  /** The bundle itself, for FXML. */
  public final ResourceBundle bundle() {
    return bundle;
  }

  /**
   * A text.
   *
   * @throws java.util.MissingResourceException when the bundle has no such key
   */
  public final String of(String key) {
    return bundle.getString(key);
  }

  /**
   * A text with {@code {0}}, {@code {1}} … replaced: strings as they are, numbers grouped.
   *
   * @throws java.util.MissingResourceException when the bundle has no such key
   */
  public final String of(String key, Object... arguments) {
    MessageFormat format =
        formats.computeIfAbsent(key, known -> new MessageFormat(bundle.getString(known), locale));
    // A format is for one thread at a time.
    synchronized (format) {
      return format.format(arguments);
    }
  }
}
