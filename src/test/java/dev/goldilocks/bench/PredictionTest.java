package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void eachStepAddsOneCause() {
    // Alpha 0.5 with K = 2 gives 1.75 tokens a round; this draft's rounds gave 1.8.
    Prediction prediction = Prediction.of(0.5, new RoundCost(2, 0.1, 0.8, 0.05), 1.8, 1.08);

    assertThat(prediction.theorem()).isCloseTo(1.75 / 1.2, EXACTLY);
    assertThat(prediction.withVerification()).isCloseTo(1.75 / 1.45, EXACTLY);
    assertThat(prediction.withOverhead()).isCloseTo(1.75 / 1.5, EXACTLY);
    assertThat(prediction.withAcceptance()).isCloseTo(1.8 / 1.5, EXACTLY);
    assertThat(prediction.residual()).isCloseTo(1.08 / (1.75 / 1.5), EXACTLY);
    assertThat(prediction.unexplained()).isCloseTo(0.9, EXACTLY);
  }

  @Test
  void theStepsMultipliedAreTheMeasuredFigure() {
    Prediction prediction = Prediction.of(0.7, new RoundCost(4, 0.3, 0.9, 0.1), 2.6, 1.3);

    assertThat(prediction.withOverhead() * prediction.residual()).isCloseTo(1.3, EXACTLY);
    assertThat(prediction.withAcceptance() * prediction.unexplained()).isCloseTo(1.3, EXACTLY);
  }

  @ParameterizedTest
  @CsvSource({"1.0, true", "1.09, true", "1.12, false", "0.92, true", "0.90, false"})
  void aPredictionIsRightWithinATenthOfTheMeasuredFigure(double measured, boolean right) {
    RoundCost cost = RoundCost.ideal(1, 0.5);

    assertThat(Prediction.of(0.5, cost, 1.5, measured).isWithinTolerance()).isEqualTo(right);
  }

  @Test
  void anUnknownCostLeavesTheMeasuredFigureAlone() {
    Prediction prediction = Prediction.of(0.5, new RoundCost(2, Double.NaN, 1, 0), 1.75, 1.2);

    assertThat(prediction.theorem()).isNaN();
    assertThat(prediction.residual()).isNaN();
    assertThat(prediction.measured()).isEqualTo(1.2);
    assertThat(prediction.isWithinTolerance()).isFalse();
  }
}
