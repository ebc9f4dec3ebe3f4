package dev.goldilocks.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/**
 * The texts of a chart, in three sizes. The font comes with the program: its figures are of equal
 * width, and a chart looks the same on every machine, one without fonts included.
 */
@SuppressWarnings("ImmutableEnumChecker") // a font never changes
enum TextStyle {
  TITLE("roboto/Roboto-Bold", 18),
  STRONG("roboto/Roboto-Bold", 13),
  BODY("roboto/Roboto-Regular", 13),
  SMALL("roboto/Roboto-Regular", 11),
  SMALL_STRONG("roboto/Roboto-Bold", 11),
  /** Of equal width for every character: tokens. */
  TOKEN("jetbrains_mono/JetBrainsMono-Regular", 11);

  private final Font font;

  TextStyle(String font, double size) {
    String file = "/com/formdev/flatlaf/fonts/" + font + ".ttf";
    try (InputStream bytes = TextStyle.class.getResourceAsStream(file)) {
      this.font = Font.loadFont(bytes, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (this.font == null) {
      throw new IllegalStateException("the font " + file + " cannot be loaded");
    }
  }

  Font font() {
    return font;
  }
}
