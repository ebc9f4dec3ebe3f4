package dev.goldilocks.ui.text;

import dev.goldilocks.text.TextBundle;
import java.util.Locale;

/** The window's texts, from the bundle {@code texts.properties}. */
public final class Texts extends TextBundle {

  /**
   * @param locale whose texts; English where there are none
   */
  public Texts(Locale locale) {
    super("dev.goldilocks.ui.texts", locale);
  }
}
