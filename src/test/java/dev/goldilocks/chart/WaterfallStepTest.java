package dev.goldilocks.chart;

import static dev.goldilocks.chart.WaterfallStep.Kind.MEASURED;
import static dev.goldilocks.chart.WaterfallStep.Kind.OVERHEAD;
import static dev.goldilocks.chart.WaterfallStep.Kind.PREDICTED;
import static dev.goldilocks.chart.WaterfallStep.Kind.REST;
import static dev.goldilocks.chart.WaterfallStep.Kind.THEOREM;
import static dev.goldilocks.chart.WaterfallStep.Kind.UNEVEN_ACCEPTANCE;
import static dev.goldilocks.chart.WaterfallStep.Kind.UNEXPLAINED;
import static dev.goldilocks.chart.WaterfallStep.Kind.VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.bench.Prediction;
import org.junit.jupiter.api.Test;

class WaterfallStepTest {

  @Test
  void everyStepBeginsWhereTheOneBeforeEnds() {
    assertThat(WaterfallStep.of(new Prediction(2, 1.8, 1.5, 1.6, 1.55)))
        .containsExactly(
            new WaterfallStep(THEOREM, 0, 2),
            new WaterfallStep(VERIFICATION, 2, 1.8),
            new WaterfallStep(OVERHEAD, 1.8, 1.5),
            new WaterfallStep(PREDICTED, 0, 1.5),
            new WaterfallStep(UNEVEN_ACCEPTANCE, 1.5, 1.6),
            new WaterfallStep(REST, 1.6, 1.55),
            new WaterfallStep(MEASURED, 0, 1.55));
  }

  @Test
  void whatIsLeftOfAPredictionThatIsMoreThanATenthOffIsUnexplained() {
    assertThat(WaterfallStep.of(new Prediction(2, 1.8, 1.5, 1.45, 1.2)))
        .contains(new WaterfallStep(UNEXPLAINED, 1.45, 1.2));
  }

  @Test
  void theRestHoldsAcceptanceThatIsNotKnown() {
    assertThat(WaterfallStep.of(new Prediction(2, 1.8, 1.5, Double.NaN, 1.55)))
        .containsExactly(
            new WaterfallStep(THEOREM, 0, 2),
            new WaterfallStep(VERIFICATION, 2, 1.8),
            new WaterfallStep(OVERHEAD, 1.8, 1.5),
            new WaterfallStep(PREDICTED, 0, 1.5),
            new WaterfallStep(REST, 1.5, 1.55),
            new WaterfallStep(MEASURED, 0, 1.55));
  }

  @Test
  void theTheoremTimesEveryFactorIsTheMeasuredSpeedup() {
    double product =
        WaterfallStep.of(new Prediction(2, 1.8, 1.5, 1.6, 1.25)).stream()
            .filter(step -> step.kind() == THEOREM || !step.kind().isSpeedup())
            .mapToDouble(WaterfallStep::factor)
            .reduce(1, (one, other) -> one * other);

    assertThat(product).isCloseTo(1.25, within(1e-12));
  }
}
