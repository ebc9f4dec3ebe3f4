package dev.goldilocks.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Computes the contrast of the window's colours from its style sheets. Web Content Accessibility
 * Guidelines 2.2: 4.5:1 for text (1.4.3), 3:1 for lines and marks that carry meaning (1.4.11).
 */
class ContrastTest {

  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;
  private static final Pattern COLOUR =
      Pattern.compile(
          "(-[a-z][a-z0-9-]*):\\s*(#[0-9a-fA-F]{3,8}|rgba?\\([^)]*\\)|-[a-z][a-z0-9-]*);");
  private static final Pattern ROOT = Pattern.compile("(?m)^\\.root(:dark)?\\s*\\{([^}]*)}");

  static Stream<Arguments> texts() {
    return both(
        "-color-fg-default on -surface",
        "-color-fg-default on -page",
        "-color-fg-muted on -surface",
        "-color-fg-muted on -page",
        "-color-fg-muted on -color-bg-default",
        "-color-danger-fg on -surface",
        "-color-success-fg on -surface",
        "-color-warning-fg on -page",
        "-color-warning-fg on -surface",
        "-color-fg-default on -color-warning-subtle",
        "-color-accent-fg on -surface",
        "-color-accent-fg on -color-accent-subtle",
        "-color-fg-muted on -color-accent-subtle",
        "-color-fg-default on -color-accent-subtle",
        "-color-fg-emphasis on -color-accent-emphasis",
        "-piece-corrected on -surface",
        "-piece-bonus on -surface",
        "-series-baseline on -surface",
        "-series-speculative on -surface",
        "-series-memory on -surface");
  }

  static Stream<Arguments> graphics() {
    return both(
        "-series-baseline on -page",
        "-series-speculative on -page",
        "-color-accent-emphasis on -surface",
        "-color-fg-subtle on -page");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("texts")
  void textIsReadable(String theme, String pair) throws IOException {
    assertThat(contrast(theme, pair)).isGreaterThanOrEqualTo(TEXT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("graphics")
  void linesAndMarksAreVisible(String theme, String pair) throws IOException {
    assertThat(contrast(theme, pair)).isGreaterThanOrEqualTo(GRAPHICS);
  }

  /** The marks of a run's name, as their own rules colour them, in rows that are picked or not. */
  @ParameterizedTest(name = "{0}: {1} of {2} on {3}")
  @MethodSource("marks")
  void marksBesideANameAreReadable(
      String theme, String property, String mark, String behind, double least) throws IOException {
    assertThat(contrast(theme, property(mark, property) + " on " + behind))
        .isGreaterThanOrEqualTo(least);
  }

  static Stream<Arguments> marks() {
    return Stream.of("light", "dark")
        .flatMap(
            theme ->
                Stream.of("-surface", "-color-accent-subtle")
                    .flatMap(
                        behind ->
                            Stream.of(
                                Arguments.of(
                                    theme, "-fx-text-fill", ".disturbed-mark", behind, TEXT),
                                Arguments.of(
                                    theme, "-fx-border-color", ".disturbed-mark", behind, GRAPHICS),
                                Arguments.of(
                                    theme,
                                    "-fx-stroke",
                                    ".interval-bar:disturbed .dot",
                                    behind,
                                    GRAPHICS))));
  }

  /** What the window's style sheet gives a selector, where it names it alone. */
  private static String property(String selector, String name) throws IOException {
    try (InputStream in =
        ContrastTest.class.getResourceAsStream("/dev/goldilocks/ui/workbench.css")) {
      Matcher rule =
          Pattern.compile("(?m)^" + Pattern.quote(selector) + " \\{[^}]*" + name + ": ([^;]+);")
              .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(rule.find()).as(selector + " has " + name).isTrue();
      return rule.group(1);
    }
  }

  @Test
  void theExtremesHaveTheContrastThatTheGuidelinesGive() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    // The guidelines' own example of a grey that just passes on white.
    assertThat(contrast(Color.web("#767676"), Color.WHITE)).isBetween(4.54, 4.55);
  }

  private static Stream<Arguments> both(String... pairs) {
    return Stream.of("light", "dark")
        .flatMap(theme -> Stream.of(pairs).map(pair -> Arguments.of(theme, pair)));
  }

  private static double contrast(String theme, String pair) throws IOException {
    Map<String, String> colours = colours(theme);
    String[] names = pair.split(" on ", 2);
    Color surface = colour(colours, "-surface");
    Color behind = over(colour(colours, names[1]), surface);
    return contrast(over(colour(colours, names[0]), behind), behind);
  }

  /** Contrast ratio of two opaque colours, 1 to 21. */
  private static double contrast(Color first, Color second) {
    double lighter = Math.max(luminance(first), luminance(second));
    double darker = Math.min(luminance(first), luminance(second));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static Color over(Color above, Color below) {
    Color opaque = Color.color(above.getRed(), above.getGreen(), above.getBlue());
    return below.interpolate(opaque, above.getOpacity());
  }

  private static Color colour(Map<String, String> colours, String name) {
    String value = colours.get(name);
    assertThat(value).as(name).isNotNull();
    return value.startsWith("-") ? colour(colours, value) : Color.web(value);
  }

  /** Later sheets and rules win, as in the window. */
  private static Map<String, String> colours(String name) throws IOException {
    boolean dark = name.equals("dark");
    Theme theme = dark ? new PrimerDark() : new PrimerLight();
    Map<String, String> colours = new HashMap<>();
    read(colours, theme.getUserAgentStylesheet(), dark);
    read(colours, "/dev/goldilocks/ui/workbench.css", dark);
    return colours;
  }

  private static void read(Map<String, String> colours, String sheet, boolean dark)
      throws IOException {
    try (InputStream in = ContrastTest.class.getResourceAsStream(sheet)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher root = ROOT.matcher(text);
      while (root.find()) {
        if (root.group(1) == null || dark) {
          Matcher entry = COLOUR.matcher(root.group(2));
          while (entry.find()) {
            colours.put(entry.group(1), entry.group(2));
          }
        }
      }
    }
  }
}
