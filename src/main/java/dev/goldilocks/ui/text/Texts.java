package dev.goldilocks.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's texts, from the bundle {@code texts.properties}. */
public final class Texts {

  private final ResourceBundle bundle;
  private final Locale locale;

  /**
   * @param locale whose texts; English where there are none
   */
  public Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "dev.goldilocks.ui.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Whose texts they are. */
  public Locale locale() {
    return locale;
  }

  /** The bundle itself, for FXML. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /**
   * A text.
   *
   * @throws java.util.MissingResourceException when the bundle has no such key
   */
  public String of(String key) {
    return bundle.getString(key);
  }

  /** A text with {@code {0}}, {@code {1}} … replaced: strings as they are, numbers grouped. */
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
