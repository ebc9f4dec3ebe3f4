package dev.goldilocks.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses a scene: AtlantaFX's Primer, the program's own style sheets and fonts. */
public final class Theme {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final List<String> FONTS =
      List.of(
          "roboto/Roboto-Regular",
          "roboto/Roboto-Bold",
          "jetbrains_mono/JetBrainsMono-Regular",
          "jetbrains_mono/JetBrainsMono-Bold");
  private static final String FONT_FOLDER = "/com/formdev/flatlaf/fonts/";
  private static final double ANY_SIZE = 13;

  private Theme() {}

  /** Adds fonts and style sheets to a scene; once for each. */
  public static void dress(Scene scene) {
    for (String font : FONTS) {
      Font.loadFont(
          Theme.class.getResource(FONT_FOLDER + font + ".ttf").toExternalForm(), ANY_SIZE);
    }
    scene
        .getStylesheets()
        .add(Theme.class.getResource("/dev/goldilocks/ui/workbench.css").toExternalForm());
  }

  /** Changes the colours of the program and a scene that was dressed. */
  public static void apply(Scene scene, ColorScheme colours) {
    Application.setUserAgentStylesheet(
        switch (colours) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
    scene.getRoot().pseudoClassStateChanged(DARK, colours == ColorScheme.DARK);
  }
}
