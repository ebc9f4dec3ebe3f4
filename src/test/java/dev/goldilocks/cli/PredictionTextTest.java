package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTextTest {

  @Test
  void allStepsAreToldAndThatTheLastIsNearEnough() {
    assertThat(PredictionText.sentence(new Prediction(2.2, 1.7, 1.5, 1.4, 1.45)))
        .isEqualTo(
            "predicted: 2.20× by Theorem 3.8, 1.70× with the check's time, 1.50× with that in"
                + " neither model; measured 1.45×, within 10 % of the last.");
  }

  /** The last prediction is 2; in each line the second factor times the third is the first. */
  @ParameterizedTest
  @CsvSource({
    "1.6, 1.0, 0.500×, 0.800×, 0.625×",
    "1.6, 1.76, 0.880×, 0.800×, 1.10×",
    "2.5, 1.0, 0.500×, 1.25×, 0.400×",
    "2.5, 3.0, 1.50×, 1.25×, 1.20×",
    "3.2, 2.4, 1.20×, 1.60×, 0.750×",
    "1.6, 2.4, 1.20×, 0.800×, 1.50×",
  })
  void theRestIsAProductWhicheverWayItsFactorsPoint(
      double withAcceptance, double measured, String rest, String uneven, String unexplained) {
    assertThat(PredictionText.sentence(new Prediction(3, 2.5, 2, withAcceptance, measured)))
        .endsWith(
            ", which is %s of the last: %s by uneven acceptance times %s unexplained."
                .formatted(rest, uneven, unexplained));
  }

  @Test
  void withoutTokensARoundAllOfTheRestIsUnexplained() {
    assertThat(PredictionText.sentence(new Prediction(3, 2.5, 2, Double.NaN, 1)))
        .endsWith("measured 1.00×, which is 0.500× of the last and unexplained.");
  }
}
