package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretationTest {

  @ParameterizedTest
  @CsvSource({
    "1.4, 1.3, 1.5, FASTER",
    "0.4, 0.3, 0.5, SLOWER",
    "1.1, 0.9, 1.3, NO_SIGNIFICANT_DIFFERENCE",
    "1.2, 1.0, 1.4, NO_SIGNIFICANT_DIFFERENCE",
    "0.9, 0.8, 1.0, NO_SIGNIFICANT_DIFFERENCE",
    "1.4, NaN, NaN, TOO_FEW_PROMPTS",
    "NaN, NaN, NaN, NOTHING_MEASURED"
  })
  void anIntervalIsReadAgainstOne(
      double value, double low, double high, Interpretation interpretation) {
    assertThat(Interpretation.of(new Interval(value, low, high, 9))).isEqualTo(interpretation);
  }

  @Test
  void aFigureWithoutPairsBehindItIsSomeoneElses() {
    assertThat(Interpretation.of(new Interval(0.79, Double.NaN, Double.NaN, 0)))
        .isEqualTo(Interpretation.INTERVAL_NOT_GIVEN);
    assertThat(Interpretation.of(new Interval(0.79, 0.7, 0.9, 0))).isEqualTo(Interpretation.SLOWER);
  }
}
