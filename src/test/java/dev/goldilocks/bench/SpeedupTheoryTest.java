package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedupTheoryTest {

  /** Table 1 of Leviathan et al. 2023, for a draft that costs nothing; then the two ends. */
  @ParameterizedTest
  @CsvSource({
    "0.8, 5, 3.69",
    "0.9, 2, 2.71",
    "0.9, 10, 6.86",
    "0.6, 2, 1.96",
    "0.7, 3, 2.53",
    "0, 7, 1",
    "1, 7, 8"
  })
  void aFreeDraftGivesTheTokensOfARound(double alpha, int draftTokens, double speedup) {
    assertThat(SpeedupTheory.speedup(alpha, RoundCost.ideal(draftTokens, 0)))
        .isCloseTo(speedup, within(0.005));
  }

  /** What the paper expects of T5-small, T5-base and T5-large as drafts for T5-XXL. */
  @ParameterizedTest
  @CsvSource({"0.75, 7, 0.02, 3.2", "0.8, 7, 0.04, 3.3", "0.82, 7, 0.11, 2.5"})
  void theoremThreePointEightIsWhatThePaperExpects(
      double alpha, int draftTokens, double draftStep, double expected) {
    assertThat(SpeedupTheory.speedup(alpha, RoundCost.ideal(draftTokens, draftStep)))
        .isCloseTo(expected, within(0.05));
  }

  @Test
  void tokensARoundAreWhatDrawingThemGives() {
    SplittableRandom random = new SplittableRandom(5);
    int rounds = 200_000;
    long tokens = 0;
    for (int i = 0; i < rounds; i++) {
      tokens++;
      for (int j = 0; j < 4 && random.nextDouble() < 0.7; j++) {
        tokens++;
      }
    }

    assertThat(SpeedupTheory.tokensPerRound(0.7, 4))
        .isCloseTo((double) tokens / rounds, within(0.015));
  }

  @Test
  void nearCertaintyKeepsItsDigits() {
    assertThat(SpeedupTheory.tokensPerRound(1 - 1e-15, 9)).isCloseTo(10, within(1e-12));
  }

  @Test
  void verificationAndOverheadAreAddedToTheDraft() {
    // 5 drafted at 0.1 each, a pass of twice a step, and half a step of the host: 0.5 + 2 + 0.5.
    RoundCost cost = new RoundCost(5, 0.1, 0.5, 0.5);

    assertThat(cost.targetSteps()).isCloseTo(3, within(1e-12));
    assertThat(SpeedupTheory.speedup(0.8, cost)).isCloseTo(3.68928 / 3, within(1e-9));
  }

  /** With K = 1 the round gives 1 + alpha for 1 + c. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.99})
  void withOneDraftedTokenTheBreakEvenIsTheDraftsCost(double draftStep) {
    assertThat(SpeedupTheory.breakEvenAlpha(RoundCost.ideal(1, draftStep)))
        .isCloseTo(draftStep, within(1e-12));
  }

  /** 1 + a + a^2 = 1 + 2 * 0.375 has the root 0.5; then with a pass of 1.25 and 0.1 besides. */
  @ParameterizedTest
  @CsvSource({"0.375, 1, 0", "0.2, 0.8, 0.1"})
  void theBreakEvenIsTheRootOfAQuadraticAtTwo(double draftStep, double eta, double overhead) {
    assertThat(SpeedupTheory.breakEvenAlpha(new RoundCost(2, draftStep, eta, overhead)))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void whatCostsAsMuchAsItCanGiveNeverPays() {
    assertThat(SpeedupTheory.breakEvenAlpha(RoundCost.ideal(4, 1))).isNaN();
    assertThat(SpeedupTheory.breakEvenAlpha(new RoundCost(4, 0, 0.2, 0))).isNaN();
  }

  @Test
  void whatCostsNoMoreThanAStepAlwaysPays() {
    assertThat(SpeedupTheory.breakEvenAlpha(RoundCost.ideal(4, 0))).isZero();
  }

  @Test
  void anAlphaIsFoundBackFromItsSpeedup() {
    RoundCost cost = new RoundCost(6, 0.15, 0.7, 0.1);

    assertThat(SpeedupTheory.alphaFor(SpeedupTheory.speedup(0.37, cost), cost))
        .isCloseTo(0.37, within(1e-12));
  }

  @Test
  void aSlownessThatRejectionAloneCannotGiveHasNoAlpha() {
    // A round costs 1.8 steps; with every token rejected that is 0.556.
    assertThat(SpeedupTheory.alphaFor(0.5, RoundCost.ideal(4, 0.2))).isNaN();
  }

  @Test
  void theLargestDraftStepLeavesNothing() {
    RoundCost cost = new RoundCost(5, 0.02, 0.8, 0.3);
    double largest = SpeedupTheory.largestDraftStep(0.7, cost);

    // (2.94117 - 1.25 - 0.3) / 5
    assertThat(largest).isCloseTo(0.278234, within(1e-6));
    assertThat(SpeedupTheory.speedup(0.7, new RoundCost(5, largest, 0.8, 0.3)))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void noDraftPaysWhenCheckingCostsMoreThanARoundGives() {
    assertThat(SpeedupTheory.largestDraftStep(0.5, new RoundCost(1, 0.1, 0.6, 0))).isNaN();
  }

  @Test
  void theBestKIsWhereOneMoreTokenNoLongerPays() {
    // By hand at alpha 0.6, c 0.1: 1.600 / 1.1, 1.960 / 1.2, 2.176 / 1.3, 2.306 / 1.4
    List<RoundCost> costs =
        List.of(
            RoundCost.ideal(4, 0.1),
            RoundCost.ideal(1, 0.1),
            RoundCost.ideal(3, 0.1),
            RoundCost.ideal(2, 0.1));

    assertThat(SpeedupTheory.best(0.6, costs)).contains(RoundCost.ideal(3, 0.1));
  }

  @Test
  void ofEqualCostsTheLeastKIsBest() {
    List<RoundCost> costs = List.of(RoundCost.ideal(3, 0), RoundCost.ideal(2, 0));

    assertThat(SpeedupTheory.best(0, costs)).contains(RoundCost.ideal(2, 0));
    assertThat(SpeedupTheory.best(Double.NaN, costs)).isEmpty();
  }

  @Test
  void whatIsNotKnownGivesNoFigure() {
    assertThat(SpeedupTheory.speedup(Double.NaN, RoundCost.ideal(4, 0.1))).isNaN();
    assertThat(SpeedupTheory.speedup(0.5, RoundCost.ideal(4, Double.NaN))).isNaN();
    assertThat(SpeedupTheory.breakEvenAlpha(RoundCost.ideal(4, Double.NaN))).isNaN();
  }

  @Test
  void aCostMustBePossible() {
    assertThatThrownBy(() -> new RoundCost(0, 0.1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RoundCost(1, 0.1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
