package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.ForeignFormat;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.WeightFormat;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

  /** Six layers are 25 matrix products: tolerances are 10 u times the largest logit, 16. */
  @ParameterizedTest(name = "{1} apart in {0}: {2}")
  @CsvSource({
    "BF16, 0, NEAR_TIE",
    "BF16, 0.625, NEAR_TIE",
    "BF16, 0.6251, BUG",
    "F32, 0.000009, NEAR_TIE",
    "F32, 0.00001, BUG",
    "INT8, 0.62, NEAR_TIE",
    "INT8, 0.64, BUG",
  })
  void aDifferenceIsRoundingUpToTheRoundingOfItsPrecision(
      Precision precision, double gap, Rounding expected) {
    assertThat(Rounding.of(between(16, 16 - gap), model(precision, 6))).isEqualTo(expected);
  }

  @Test
  void theToleranceGrowsWithTheRootOfTheProductsAndWithTheLogits() {
    assertThat(Rounding.tolerance(between(16, 15), model(Precision.BF16, 6))).isEqualTo(0.625);
    assertThat(Rounding.tolerance(between(16, 15), model(Precision.BF16, 30)))
        .isEqualTo(2 * 11 * 16 / 256.0);
    assertThat(Rounding.tolerance(between(-8, -32), model(Precision.BF16, 6))).isEqualTo(1.25);
    assertThat(Rounding.tolerance(between(16, 15), model(Precision.INT8, 6)))
        .isCloseTo(160 / 254.0, Offset.offset(1e-12));
  }

  @Test
  void aTokenThatIsNoneOfTheTwoBestMustLieAsNear() {
    TextComparison.Diverged third =
        new TextComparison.Diverged(
            3, 0.1, List.of(new TokenLogit(1, 16), new TokenLogit(2, 15.9), new TokenLogit(3, 14)));

    assertThat(Rounding.of(third, model(Precision.BF16, 6))).isEqualTo(Rounding.BUG);
  }

  @Test
  void aFileThatDoesNotTellIsNotJudged() {
    assertThat(
            List.of(
                Rounding.of(new TextComparison.Diverged(3, 0.1), model(Precision.BF16, 6)),
                Rounding.of(between(16, 16), model(new ForeignFormat("8-bit"), 6)),
                Rounding.of(between(16, 16), model(Precision.BF16, 0))))
        .containsOnly(Rounding.UNKNOWN);
  }

  private static TextComparison.Diverged between(double best, double second) {
    return new TextComparison.Diverged(
        3, best - second, List.of(new TokenLogit(1, best), new TokenLogit(2, second)));
  }

  private static ModelDescription model(WeightFormat format, int layers) {
    return new ModelDescription("m", "LlamaForCausalLM", 1_000, layers, 64, 320, format);
  }
}
