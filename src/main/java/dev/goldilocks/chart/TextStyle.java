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
  TITLE("Bold", 18),
  STRONG("Bold", 13),
  BODY("Regular", 13),
  SMALL("Regular", 11),
  SMALL_STRONG("Bold", 11);

  private final Font font;

  TextStyle(String weight, double size) {
    String file = "/com/formdev/flatlaf/fonts/roboto/Roboto-" + weight + ".ttf";
    try (InputStream bytes = TextStyle.class.getResourceAsStream(file)) {
      font = Font.loadFont(bytes, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (font == null) {
      throw new IllegalStateException("the font " + file + " cannot be loaded");
    }
  }

  Font font() {
    return font;
  }
}
