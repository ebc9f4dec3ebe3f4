package dev.goldilocks.runs;

import dev.goldilocks.text.TextBundle;
import java.util.Locale;

/**
 * The phrases of set-ups, verdicts, ledgers and disturbances, from their bundle; a file's, of
 * {@link Locale#ROOT}, are the same everywhere.
 */
final class RunTexts extends TextBundle {

  /**
   * @param locale whose words and plural numbers
   */
  RunTexts(Locale locale) {
    super("dev.goldilocks.runs.texts", locale);
  }
}
