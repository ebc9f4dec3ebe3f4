package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.bench.Verdict.BetterDraftTokens;
import dev.goldilocks.bench.Verdict.Missing;
import dev.goldilocks.decode.ForeignFormat;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.WeightFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRulesTest {

  private static final Interval FASTER = new Interval(1.4, 1.3, 1.5, 40);
  private static final Interval SLOWER = new Interval(0.6, 0.5, 0.7, 40);
  private static final RunContext ALONE =
      new RunContext(Provenance.MEASURED, List.of(4), Steadiness.UNKNOWN);

  @ParameterizedTest
  @CsvSource({
    "1.4, 1.3, 1.5, FASTER",
    "0.6, 0.5, 0.7, SLOWER",
    "1.02, 0.97, 1.07, NO_SIGNIFICANT_DIFFERENCE",
    "1.4, NaN, NaN, TOO_FEW_PROMPTS",
    "NaN, NaN, NaN, NOTHING_MEASURED"
  })
  void theIntervalDecidesTheOutcome(double value, double low, double high, Interpretation outcome) {
    Evidence evidence = evidence(new Interval(value, low, high, 40), 0.7, cost(0.1, 1, 0));

    assertThat(VerdictRules.judge(evidence).outcome()).isEqualTo(outcome);
  }

  /** 2.7731 tokens a round at alpha 0.7 and K = 4. */
  @Test
  void aDraftOfHalfATargetStepIsTooSlow() {
    Verdict verdict = VerdictRules.judge(evidence(SLOWER, 0.7, cost(0.5, 0.9, 0.05)));

    assertThat(verdict.cause()).contains(Cause.DRAFT_TOO_SLOW);
    assertThat(verdict.withoutCause()).isCloseTo(2.7731 / (1 / 0.9 + 0.05), within(1e-9));
  }

  @Test
  void aCheapDraftThatIsSeldomRightHasLowAcceptance() {
    Verdict verdict = VerdictRules.judge(evidence(SLOWER, 0.2, cost(0.1, 0.95, 0.02)));

    assertThat(verdict.cause()).contains(Cause.LOW_ACCEPTANCE);
    assertThat(verdict.withoutCause()).isCloseTo(5 / (0.4 + 1 / 0.95 + 0.02), within(1e-9));
  }

  @Test
  void whyCheckingTakesFourStepsStaysOpenWithoutCeilings() {
    Verdict verdict = VerdictRules.judge(evidence(SLOWER, 0.8, cost(0.05, 0.25, 0.02)));

    assertThat(verdict.cause()).contains(Cause.VERIFICATION_NOT_FREE);
    assertThat(verdict.missing()).containsExactly(Missing.CEILINGS);
  }

  /** The pass took 10 ms. */
  @ParameterizedTest
  @CsvSource({
    "2, 6, VERIFICATION_COMPUTE_BOUND",
    "2, 4, VERIFICATION_KERNEL",
    "7, 6, VERIFICATION_KERNEL"
  })
  void ceilingsTellArithmeticFromTheKernel(double memoryMs, double computeMs, Cause cause) {
    Evidence evidence =
        evidence(SLOWER, 0.8, cost(0.05, 0.25, 0.02)).with(new PassFloor(memoryMs, computeMs));

    Verdict verdict = VerdictRules.judge(evidence);

    assertThat(verdict.cause()).contains(cause);
    assertThat(verdict.missing()).isEmpty();
  }

  /**
   * A run at K = 4 whose target takes 5 ms for a token and 20 ms for the check of 5: reading 50 MB
   * at 20 GB/s takes 2.5 ms, and 5 x 0.2 billion operations take 10 ms or more at up to 100 billion
   * a second.
   */
  @ParameterizedTest
  @CsvSource({
    "60e9, VERIFICATION_COMPUTE_BOUND",
    "100e9, VERIFICATION_COMPUTE_BOUND",
    "101e9, VERIFICATION_KERNEL",
    "1000e9, VERIFICATION_KERNEL"
  })
  void aRunWhoseCeilingsWereMeasuredSaysWhyItsCheckIsSlow(double operationsPerSecond, Cause cause) {
    RunResult result =
        new RunResult(
            4,
            SLOWER,
            0,
            new SideFigures(200, 10, 5),
            new SideFigures(150, 12, 7),
            0.8,
            List.of(),
            3.4,
            0.8,
            900,
            Optional.empty(),
            new Ledger(22, 1, 20, 0.4, 0.5, 0.1));
    PassLimits limits = new PassLimits(50_000_000, 200_000_000, 20e9, operationsPerSecond);
    RunContext probed =
        RunContext.of(
            Provenance.MEASURED,
            List.of(result),
            Steadiness.UNKNOWN,
            List.of(),
            Optional.of(limits),
            Weights.TRAINED);

    Verdict verdict = VerdictRules.judge(Evidence.of(result, probed));

    assertThat(verdict.cause()).contains(cause);
    assertThat(verdict.missing()).isEmpty();
  }

  @Test
  void aRoundThatPassesOnTheHostHasHostOverhead() {
    Verdict verdict = VerdictRules.judge(evidence(SLOWER, 0.8, cost(0.05, 0.9, 3)));

    assertThat(verdict.cause()).contains(Cause.HOST_OVERHEAD);
    assertThat(verdict.withoutCause()).isCloseTo(3.3616 / (0.2 + 1 / 0.9), within(1e-9));
  }

  @Test
  void fullMemoryComesBeforeAllElse() {
    Evidence full =
        new Evidence(
            Optional.of(new DraftLength.Fixed(4)),
            SLOWER,
            0.7,
            2.8,
            Optional.of(cost(0.5, 0.9, 3)),
            0.1,
            0.93,
            Optional.empty(),
            10,
            ALONE);

    assertThat(VerdictRules.judge(full).cause()).contains(Cause.MEMORY_PRESSURE);
  }

  @Test
  void whatWouldFlipItIsTheorysBreakEven() {
    RoundCost cost = cost(0.5, 0.9, 0.05);
    Verdict.Flip flip = VerdictRules.judge(evidence(SLOWER, 0.7, cost)).flip();

    assertThat(SpeedupTheory.speedup(flip.breakEvenAlpha(), cost)).isCloseTo(1, within(1e-9));
    assertThat(flip.largestDraftStep()).isCloseTo((2.7731 - 1 / 0.9 - 0.05) / 4, within(1e-9));
    // A straight line from 1 at one token to 1 / 0.9 at five: 1.7 / 1.5778, 2.19 / 2.1056, ...
    BetterDraftTokens better = flip.better().orElseThrow();
    assertThat(better.draftTokens()).isEqualTo(1);
    assertThat(better.predicted()).isCloseTo(1.7 / (0.5 + 1 + 0.1 / 3.6 + 0.05), within(1e-3));
    assertThat(better.predictedHere()).isCloseTo(2.7731 / (2 + 1 / 0.9 + 0.05), within(1e-9));
  }

  /** The same figures with an interval advise K = 1, as the test above has it. */
  @Test
  void noOtherKIsAdvisedWithoutAnInterval() {
    Interval ofOnePrompt = new Interval(SLOWER.value(), Double.NaN, Double.NaN, 3);
    RoundCost cost = cost(0.5, 0.9, 0.05);

    assertThat(VerdictRules.judge(evidence(SLOWER, 0.7, cost)).flip().better()).isPresent();
    assertThat(VerdictRules.judge(evidence(ofOnePrompt, 0.7, cost)).flip().better()).isEmpty();
  }

  /** K = 1 is predicted at 1.0776 there: 1.036 times the one, 1.056 times the other. */
  @Test
  void aKThatIsBetterByLessThanAPredictionCanTellIsNotAdvised() {
    RoundCost cost = cost(0.5, 0.9, 0.05);
    Interval near = new Interval(1.04, 1.02, 1.06, 120);
    Interval farther = new Interval(1.02, 1.0, 1.04, 120);

    assertThat(VerdictRules.judge(evidence(near, 0.7, cost)).flip().better()).isEmpty();
    assertThat(VerdictRules.judge(evidence(farther, 0.7, cost)).flip().better()).isPresent();
  }

  @Test
  void aLargerKIsNotGuessedAt() {
    Verdict.Flip flip = VerdictRules.judge(evidence(FASTER, 0.95, cost(0.01, 1, 0))).flip();

    assertThat(flip.better()).isEmpty();
  }

  /** Predicted: 0.877 at K = 4 and 1.077 at K = 1, which is less than what was measured. */
  @Test
  void aKThatIsPredictedToDoWorseThanWasMeasuredIsNoAdvice() {
    Interval measured = new Interval(1.24, 1.2, 1.28, 40);

    assertThat(VerdictRules.judge(evidence(measured, 0.7, cost(0.5, 0.9, 0.05))).flip().better())
        .isEmpty();
  }

  /** Predicted: 2.25 at K = 4 and 2.16 at K = 3; the run fell short of the theory by far. */
  @Test
  void aKThatTheTheoryPutsUnderThisOneIsNoAdviceThoughLessWasMeasured() {
    assertThat(VerdictRules.judge(evidence(SLOWER, 0.8, cost(0.1, 0.95, 0.04))).flip().better())
        .isEmpty();
  }

  @Test
  void aKThatTheRunMeasuredIsNotPredicted() {
    RunContext measured = new RunContext(Provenance.MEASURED, List.of(1, 4), Steadiness.UNKNOWN);

    assertThat(
            VerdictRules.judge(evidence(SLOWER, 0.7, cost(0.5, 0.9, 0.05), measured))
                .flip()
                .better()
                .map(BetterDraftTokens::draftTokens))
        .contains(2);
  }

  /** As prompt lookup drafts: nothing is left to gain from a faster draft. */
  @ParameterizedTest(name = "alpha {0}, eta {1}, overhead {2}")
  @CsvSource({
    "0.3, 0.9, 0.02, LOW_ACCEPTANCE",
    "0.95, 0.2, 0.02, VERIFICATION_NOT_FREE",
    "0.95, 0.9, 2, HOST_OVERHEAD"
  })
  void aFreeDraftIsNeverTheCause(double alpha, double eta, double overhead, Cause cause) {
    Verdict verdict = VerdictRules.judge(evidence(SLOWER, alpha, cost(0, eta, overhead)));

    assertThat(verdict.cause()).contains(cause);
    double tokens = SpeedupTheory.tokensPerRound(alpha, 4);
    double left = tokens - 1 / eta - overhead;
    assertThat(Double.valueOf(verdict.flip().largestDraftStep()))
        .isCloseTo(left > 0 ? left / 4 : Double.NaN, within(1e-9));
  }

  /**
   * K = 4, and 2 guesses a round, which took a tenth of a step of 5 ms; the ledger is that of the
   * rounds as they were, so their mean K goes with it, and no line leads from it to another K.
   */
  @Test
  void whereTheDrafterLacksGuessesTheCostsAreThoseOfWhatItDrafted() {
    RunResult result = result(new DraftLength.Fixed(4), 2);

    Verdict verdict = VerdictRules.judge(Evidence.of(result, ALONE));

    RoundCost cost = verdict.evidence().cost().orElseThrow();
    assertThat(cost.draftTokens()).isEqualTo(2);
    assertThat(cost.draftStep()).isCloseTo(0.5 / 5 / 2, within(1e-12));
    assertThat(verdict.flip().breakEvenAlpha())
        .isCloseTo(SpeedupTheory.breakEvenAlpha(cost), within(1e-12));
    assertThat(verdict.flip().better()).isEmpty();
  }

  /** Alpha is 0.7: 1 - 0.7^4.5 over 0.3 tokens a round of 3.5 drafted ones on average. */
  @Test
  void whereAPolicyChoosesKItsMeanIsTheRoundsK() {
    RunResult result = result(new DraftLength.Predicted(16), 3.5);

    Verdict verdict = VerdictRules.judge(Evidence.of(result, ALONE));

    RoundCost cost = verdict.evidence().cost().orElseThrow();
    assertThat(cost.draftTokens()).isEqualTo(3.5);
    assertThat(Prediction.of(result).orElseThrow().theorem())
        .isCloseTo((1 - Math.pow(0.7, 4.5)) / 0.3 / (1 + 0.1), within(1e-9));
    assertThat(verdict.cause()).contains(Cause.LOW_ACCEPTANCE);
    assertThat(verdict.withoutCause()).isCloseTo(4.5 / (0.1 + 1.25 + 1.75 / 5), within(1e-9));
    assertThat(verdict.flip().better()).isEmpty();
  }

  /** 3.5 tokens drafted and one before them, at 2 operations each of 10^6 weights. */
  @Test
  void whereAPolicyChoosesKTheFloorIsThatOfItsMean() {
    PassLimits limits = PassLimits.of(Precision.INT8, 1_000_000, 1e9, 2e9);
    RunContext run =
        new RunContext(
            Provenance.MEASURED,
            List.of(),
            Steadiness.UNKNOWN,
            List.of(),
            Optional.of(limits),
            Weights.TRAINED);

    Evidence evidence = Evidence.of(result(new DraftLength.Predicted(16), 3.5), run);

    assertThat(evidence.floor()).contains(new PassFloor(1, 4.5));
  }

  /** 200 tokens/s alone, so a step takes 5 ms; of a round 0.5 ms drafting and 6.25 ms checking. */
  private static RunResult result(DraftLength length, double meanDraftTokens) {
    return new RunResult(
        Optional.of(length),
        meanDraftTokens,
        SLOWER,
        0,
        new SideFigures(200, 10, 5),
        new SideFigures(280, 12, 4),
        0.6,
        List.of(),
        3,
        0.7,
        900,
        Optional.empty(),
        new Ledger(8.5, 0.5, 6.25, 1, 0.5, 0.25),
        FigureIntervals.NONE);
  }

  /**
   * The article reports two speeds and no more. Gemma's draft reads 0.191 of its target's bytes, so
   * that 0.79 at K = 10 would mean 2.3 tokens a round.
   */
  @Test
  void ofTheArticlesGemmaOnlyASuppositionIsPossible() {
    Verdict verdict =
        VerdictRules.judge(
            reported(
                10,
                11.80,
                9.32,
                model(27_200_000_000L, new ForeignFormat("8-bit")),
                model(2_600_000_000L, new ForeignFormat("fp16"))));

    assertThat(verdict.outcome()).isEqualTo(Interpretation.INTERVAL_NOT_GIVEN);
    assertThat(verdict.cause()).isEmpty();
    assertThat(verdict.missing())
        .containsExactly(Missing.INTERVAL, Missing.ACCEPTANCE, Missing.LEDGER);
    Verdict.Supposition supposed = verdict.supposition().orElseThrow();
    assertThat(supposed.draftStep()).isCloseTo(0.1912, within(1e-4));
    assertThat(SpeedupTheory.tokensPerRound(supposed.alpha(), 10))
        .isCloseTo(9.32 / 11.80 * 2.912, within(1e-3));
    assertThat(SpeedupTheory.tokensPerRound(supposed.breakEvenAlpha(), 10))
        .isCloseTo(2.912, within(1e-3));
  }

  /** M2 and T4 report the same figures: 0.395 with a draft of a third of its target's size. */
  @Test
  void ofTheArticlesQwenNoAcceptanceExplainsTheSlowness() {
    Verdict verdict =
        VerdictRules.judge(
            reported(
                4,
                26.23,
                10.37,
                model(1_540_000_000L, new ForeignFormat("float16")),
                model(494_000_000L, new ForeignFormat("f16"))));

    // 0.395 * (1 + 4 * 0.321) = 0.903 tokens a round: less than the one that a round always gives.
    assertThat(verdict.cause()).isEmpty();
    assertThat(verdict.supposition().orElseThrow().alpha()).isNaN();
  }

  /** The article does not say which K its Qwen runs had. */
  @Test
  void withoutKNothingFollowsFromTwoFigures() {
    Evidence known =
        reported(4, 26.23, 10.37, model(1_540, Precision.BF16), model(494, Precision.BF16));
    Evidence unknown =
        new Evidence(
            Optional.empty(),
            known.speedup(),
            known.alpha(),
            known.meanAcceptanceLength(),
            known.cost(),
            known.weightRatio(),
            known.memoryShare(),
            known.floor(),
            known.verifyMs(),
            known.run());

    Verdict verdict = VerdictRules.judge(unknown);

    assertThat(verdict.supposition()).isEmpty();
    assertThat(verdict.missing())
        .containsExactly(
            Missing.INTERVAL, Missing.ACCEPTANCE, Missing.DRAFT_TOKENS, Missing.LEDGER);
  }

  @ParameterizedTest
  @CsvSource({"8-bit, 0.5", "4 bit, 0.25", "int8, 0.5", "fp8, 0.5", "f32, 2", "q4_k_m, NaN"})
  void theNameOfAFormatMayTellItsSize(String label, double ratio) {
    Evidence evidence =
        reported(4, 1, 1, model(100, Precision.BF16), model(100, new ForeignFormat(label)));

    assertThat(Double.valueOf(evidence.weightRatio())).isEqualTo(Double.valueOf(ratio));
  }

  @Test
  void aMeasuredRunNeedsNoSupposition() {
    assertThat(VerdictRules.judge(evidence(FASTER, 0.7, cost(0.1, 1, 0))).supposition()).isEmpty();
  }

  /** With at most K + 1 tokens, the rounds after the first token have room for K - 1 at most. */
  @Test
  void aLimitThatLeavesNoRoundRoomForKIsWhyNothingMoreIsKnown() {
    RunResult result =
        Figures.result(
            new DraftLength.Fixed(4),
            List.of(
                new PairSample(
                    Samples.plan(0, "a", 4),
                    10,
                    Samples.plain(4, 2_000),
                    Samples.side(Samples.round(3, 3, 4, 1_000)),
                    new TextComparison.Identical())),
            5,
            0,
            new Bootstrap(Bootstrap.RESAMPLES_LIVE, 0));

    Verdict verdict =
        VerdictRules.judge(
            Evidence.of(
                result,
                ALONE,
                model(100, Precision.INT8),
                model(10, Precision.INT8),
                Samples.ENVIRONMENT));

    assertThat(verdict.missing()).containsExactly(Missing.INTERVAL, Missing.FULL_ROUNDS);
    assertThat(verdict.supposition()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MEASURED, RANDOM", "CANCELLED, RANDOM", "TIMING_ONLY, TRAINED"})
  void whatIsTimingOnlyHasCostsAndNoOutcome(Provenance provenance, Weights weights) {
    RunContext timing =
        new RunContext(
            provenance, List.of(4), Steadiness.UNKNOWN, List.of(), Optional.empty(), weights);
    RoundCost cost = cost(0.1, 1, 0);

    Verdict verdict = VerdictRules.judge(evidence(SLOWER, 0.02, cost, timing));

    assertThat(verdict.outcome()).isEqualTo(Interpretation.TIMING_ONLY);
    assertThat(verdict.cause()).isEmpty();
    // 1 + a + a^2 + a^3 + a^4 = 1.4 tokens pay for K c + 1.
    double alpha = verdict.flip().breakEvenAlpha();
    assertThat(1 + alpha + alpha * alpha + Math.pow(alpha, 3) + Math.pow(alpha, 4))
        .isCloseTo(1.4, within(1e-6));
    assertThat(verdict.flip().largestDraftStep()).isNaN();
    assertThat(verdict.flip().better()).isEmpty();
  }

  @Test
  void evidenceComesFromTheLedgerInStepsOfTheTarget() {
    // 200 tokens/s alone: a step takes 5 ms. K = 4.
    RunResult result =
        new RunResult(
            4,
            FASTER,
            0,
            new SideFigures(200, 10, 5),
            new SideFigures(280, 12, 4),
            0.6,
            List.of(),
            3,
            0.7,
            900,
            Optional.empty(),
            new Ledger(10, 2, 6.25, 1, 0.5, 0.25));
    Environment machine = new Environment("", 2, 1_000, "", "", "", "");

    Evidence evidence =
        Evidence.of(result, ALONE, model(100, Precision.INT8), model(10, Precision.F32), machine);

    assertThat(evidence.cost().orElseThrow().draftStep()).isCloseTo(0.1, within(1e-12));
    assertThat(evidence.cost().orElseThrow().verifyEfficiency()).isCloseTo(0.8, within(1e-12));
    assertThat(evidence.cost().orElseThrow().overhead()).isCloseTo(0.35, within(1e-12));
    assertThat(evidence.weightRatio()).isEqualTo(0.4);
    assertThat(evidence.memoryShare()).isEqualTo(0.9);
  }

  private static RoundCost cost(double draftStep, double eta, double overhead) {
    return new RoundCost(4, draftStep, eta, overhead);
  }

  private static Evidence evidence(Interval speedup, double alpha, RoundCost cost) {
    return evidence(speedup, alpha, cost, ALONE);
  }

  private static Evidence evidence(Interval speedup, double alpha, RoundCost cost, RunContext run) {
    return new Evidence(
        Optional.of(new DraftLength.Fixed(4)),
        speedup,
        alpha,
        2.8,
        Optional.of(cost),
        Double.NaN,
        0.2,
        Optional.empty(),
        10,
        run);
  }

  private static ModelDescription model(long parameters, WeightFormat precision) {
    return new ModelDescription("m", "", parameters, 0, 0, 0, precision);
  }

  private static Evidence reported(
      int k, double baseline, double speculative, ModelDescription target, ModelDescription draft) {
    RunResult result =
        new RunResult(
            k,
            new Interval(speculative / baseline, Double.NaN, Double.NaN, 0),
            0,
            new SideFigures(baseline, Double.NaN, Double.NaN),
            new SideFigures(speculative, Double.NaN, Double.NaN),
            Double.NaN,
            List.of(),
            Double.NaN,
            Double.NaN,
            0,
            Optional.empty(),
            Ledger.UNKNOWN);
    return Evidence.of(
        result,
        new RunContext(Provenance.REPORTED, List.of(k), Steadiness.UNKNOWN),
        target,
        draft,
        new Environment("", 0, 0, "", "", "", ""));
  }

  /** From the first third to the last the speedup became 0.81 times as high: .9 either way. */
  @ParameterizedTest(name = "[{0}, {1}]: {2}")
  @CsvSource({
    "1.12, 1.30, false", "1.10, 1.30, true", "0.80, 0.89, false", "0.80, 0.92, true",
    "0.80, 1.30, false", "0.95, 1.30, true", "0.80, 1.05, true", "NaN,  NaN,  false"
  })
  void driftCouldChangeAnOutcomeThatItsThirdsDoNotShare(double low, double high, boolean could) {
    Interval steady = new Interval(1, 0.9, 1.1, 20);
    Interval fell = new Interval(0.81, 0.75, 0.88, 20);

    assertThat(
            VerdictRules.driftCouldChange(new Interval(1, low, high, 20), new Drift(steady, fell)))
        .isEqualTo(could);
    assertThat(
            VerdictRules.driftCouldChange(new Interval(1, low, high, 20), new Drift(fell, steady)))
        .isFalse();
  }
}
