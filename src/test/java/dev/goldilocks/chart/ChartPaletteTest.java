package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contrast ratios after WCAG 2.2, success criteria 1.4.3, 1.4.6 and 1.4.11. */
class ChartPaletteTest {

  static Stream<ChartPalette> palettes() {
    return Stream.of(ChartPalette.light(), ChartPalette.dark());
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void textsCanBeRead(ChartPalette palette) {
    assertThat(contrast(palette.text(), palette.background())).isGreaterThanOrEqualTo(7);
    assertThat(contrast(palette.muted(), palette.background())).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void dataStandsOutFromTheBackground(ChartPalette palette) {
    Stream<Color> data =
        Stream.concat(
            Stream.of(palette.baseline(), palette.speculative()), palette.series().stream());

    assertThat(data)
        .allSatisfy(
            color -> assertThat(contrast(color, palette.background())).isGreaterThanOrEqualTo(3));
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void inPrintTheTwoBarsDifferByLightness(ChartPalette palette) {
    assertThat(contrast(palette.baselineFill(), palette.speculative())).isGreaterThanOrEqualTo(3);
  }

  private static double contrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
