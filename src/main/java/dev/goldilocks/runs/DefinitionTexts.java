package dev.goldilocks.runs;

import dev.goldilocks.text.TextBundle;
import java.util.Locale;

/** What figures are called and mean, from their bundle. */
final class DefinitionTexts extends TextBundle {

  /**
   * @param locale whose words
   */
  DefinitionTexts(Locale locale) {
    super("dev.goldilocks.runs.definitions", locale);
  }
}
