package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

  private final FigureText text = new FigureText(Locale.ROOT);

  @ParameterizedTest
  @CsvSource({
    "1.434, 1.43",
    "1.5, 1.50",
    "1, 1.00",
    "303.49, 303",
    "1234, 1230",
    "9.996, 10.0",
    "0.07123, 0.0712",
    "0.999, 0.999",
    "99.95, 100",
    "0, 0",
    "-2.345, -2.35"
  })
  void numbersHaveThreeSignificantDigits(double figure, String expected) {
    assertThat(text.number(figure)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.7, 0.7",
    "1, 1.0",
    "0.95, 0.95",
    "0.0001, 0.0001",
    "0.123456789012345, 0.123456789012345"
  })
  void numbersThatPeopleSetKeepAllDigits(double number, String expected) {
    assertThat(text.exact(number)).isEqualTo(expected);
  }

  @Test
  void whatIsUndefinedIsADash() {
    assertThat(
            new String[] {
              text.number(Double.NaN),
              text.factor(Double.NaN),
              text.percent(Double.NaN),
              text.bytes(0)
            })
        .containsOnly("–");
  }

  @Test
  void unitsStandBehind() {
    assertThat(new String[] {text.factor(1.434), text.percent(0.7125), text.bytes(1_520_000_000L)})
        .containsExactly("1.43×", "71.3 %", "1.52 GB");
  }

  @Test
  void theLocaleGivesSignAndDigits() {
    assertThat(new FigureText(Locale.GERMANY).number(1.434)).isEqualTo("1,43");
    assertThat(new FigureText(Locale.forLanguageTag("ar-EG-u-nu-arab")).number(1.434))
        .isEqualTo("١٫٤٣");
  }
}
