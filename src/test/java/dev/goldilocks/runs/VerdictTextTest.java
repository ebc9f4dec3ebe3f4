package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Drift;
import dev.goldilocks.bench.Evidence;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.PassFloor;
import dev.goldilocks.bench.PolicyGain;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RoundCost;
import dev.goldilocks.bench.RunContext;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.bench.Verdict;
import dev.goldilocks.bench.VerdictRules;
import dev.goldilocks.bench.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTextTest {

  private static final Interval FASTER = new Interval(1.4, 1.3, 1.5, 40);
  private static final Interval SAME = new Interval(1.02, 0.97, 1.07, 40);
  private static final Interval SLOWER = new Interval(0.6, 0.5, 0.7, 40);
  private static final Interval STEADY = new Interval(1.01, 0.98, 1.04, 20);
  private static final RunContext ALONE =
      new RunContext(Provenance.MEASURED, List.of(), Steadiness.UNKNOWN);

  private final VerdictText text = new VerdictText(Locale.ROOT);

  @Test
  void aSlowDraft() {
    Verdict verdict = judge(SLOWER, 0.7, new RoundCost(4, 0.5, 0.9, 0.05));

    assertThat(text.sentence(verdict))
        .isEqualTo(
            "Slower at K = 4: drafting a token takes 0.500 of a target step (were it free:"
                + " 2.39×).");
    assertThat(text.flip(verdict))
        .isEqualTo(
            "Pays from an acceptance probability of 0.768 on (here 0.700), with a draft of at"
                + " most 0.403 of a target step a token (here 0.500); K = 1 is predicted to do"
                + " better, 1.08× (K = 4: 0.877× predicted, 0.600× measured).");
  }

  @Test
  void lowAcceptance() {
    assertThat(text.sentence(judge(SAME, 0.2, new RoundCost(4, 0.1, 0.95, 0.02))))
        .isEqualTo(
            "No significant difference at K = 4: a drafted token is accepted with probability"
                + " 0.200 (were all accepted: 3.40×).");
  }

  @Test
  void hostOverheadOfARunThatIsFasterAllTheSame() {
    assertThat(text.sentence(judge(FASTER, 0.95, new RoundCost(4, 0.05, 0.9, 1.2))))
        .isEqualTo(
            "Faster at K = 4; what holds it back most: a round spends 1.20 target steps in neither"
                + " model (without them: 3.45×).");
  }

  @Test
  void slowVerificationAndWhy() {
    Evidence evidence = evidence(SLOWER, 0.8, new RoundCost(4, 0.05, 0.25, 0.02));

    assertThat(text.sentence(VerdictRules.judge(evidence)))
        .isEqualTo(
            "Slower at K = 4: the check takes 4.00 target steps for 5 tokens (were it one:"
                + " 2.76×).");
    assertThat(text.sentence(VerdictRules.judge(evidence.with(new PassFloor(2, 6)))))
        .startsWith("Slower at K = 4: arithmetic limits the check, which takes 4.00 target steps");
    assertThat(text.sentence(VerdictRules.judge(evidence.with(new PassFloor(2, 4)))))
        .startsWith("Slower at K = 4: the check is slower than this machine allows and takes 4.00");
  }

  @Test
  void aCheckOfFewerTokensThanItsKAllowsIsOfThoseOnAverage() {
    assertThat(text.sentence(judge(SLOWER, 0.8, new RoundCost(1.13, 0.05, 0.25, 0.02))))
        .startsWith(
            "Slower at K = 1: the check takes 4.00 target steps for 2.13 tokens on average (");
  }

  @Test
  void randomWeightsHaveTimesAndNoVerdict() {
    Verdict verdict = timingOnly(Weights.RANDOM, new RoundCost(1, 0.2, 0.8, 0));

    assertThat(text.sentence(verdict))
        .isEqualTo(
            "0.600× at K = 1 is timing only: the weights are random, so acceptance means nothing,"
                + " and the speedup with it.");
    assertThat(text.flip(verdict))
        .isEqualTo(
            "The times are real: at these costs speculation pays from an acceptance probability of"
                + " 0.450 on.");
    assertThat(text.flip(timingOnly(Weights.RANDOM, new RoundCost(1, 1.2, 0.6, 0))))
        .isEqualTo("The times are real: at these costs no acceptance pays.");
  }

  @Test
  void aForcedAcceptanceIsNotSaidToBeOfRandomWeights() {
    assertThat(text.sentence(timingOnly(Weights.TRAINED, new RoundCost(1, 0.2, 0.8, 0))))
        .isEqualTo(
            "0.600× at K = 1 is timing only: its texts are not real, so acceptance means nothing,"
                + " and the speedup with it.");
  }

  private static Verdict timingOnly(Weights weights, RoundCost cost) {
    Evidence evidence = evidence(SLOWER, 0.02, cost);
    return VerdictRules.judge(
        new Evidence(
            evidence.length(),
            evidence.speedup(),
            evidence.alpha(),
            evidence.meanAcceptanceLength(),
            evidence.cost(),
            evidence.weightRatio(),
            evidence.memoryShare(),
            evidence.floor(),
            evidence.verifyMs(),
            new RunContext(
                Provenance.TIMING_ONLY,
                List.of(4),
                Steadiness.UNKNOWN,
                List.of(),
                Optional.empty(),
                weights)));
  }

  @Test
  void whatNeverPaysIsSaid() {
    assertThat(text.flip(judge(SLOWER, 0.1, new RoundCost(1, 1.2, 0.6, 0))))
        .isEqualTo(
            "No acceptance pays at these costs, and at this acceptance not even a free draft"
                + " does.");
  }

  @Test
  void fullMemory() {
    Evidence full =
        new Evidence(
            Optional.of(new DraftLength.Fixed(4)),
            SLOWER,
            0.7,
            2.8,
            Optional.of(new RoundCost(4, 0.5, 0.9, 3)),
            0.1,
            0.93,
            Optional.empty(),
            10,
            ALONE);

    assertThat(text.sentence(VerdictRules.judge(full)))
        .isEqualTo(
            "Slower at K = 4: 93.0 % of the machine's memory is in use, so that times are those of"
                + " swapping; take a smaller model or int8.");
  }

  @Test
  void aReportOfTwoFiguresSaysWhatCannotBeKnown() {
    RunRecord run = SampleRuns.reported();
    Verdict verdict =
        VerdictRules.judge(
            Evidence.of(
                run.results().getFirst(),
                RunContext.of(
                    run.provenance(),
                    run.results(),
                    Steadiness.UNKNOWN,
                    List.of(),
                    run.limits(),
                    run.weights()),
                run.target(),
                run.draft(),
                run.environment()));

    assertThat(text.sentence(verdict))
        .isEqualTo(
            "0.790× at K = 10, without an interval, which its source does not give; why"
                + " cannot be known without the acceptance rate and the times of draft and"
                + " verification.");
    assertThat(text.flip(verdict)).isEmpty();
  }

  @Test
  void whatTwoFiguresWouldMeanIfWeightsAloneCounted() {
    Evidence reported =
        new Evidence(
            Optional.of(new DraftLength.Fixed(10)),
            new Interval(0.79, Double.NaN, Double.NaN, 0),
            Double.NaN,
            Double.NaN,
            Optional.empty(),
            5.2 / 27.2,
            Double.NaN,
            Optional.empty(),
            Double.NaN,
            new RunContext(Provenance.REPORTED, List.of(), Steadiness.UNKNOWN));

    assertThat(text.flip(VerdictRules.judge(reported)))
        .isEqualTo(
            "If both models did nothing but read their weights (c = 0.191) and checking were free,"
                + " this speedup would mean an acceptance probability of 0.566, and it would pay"
                + " from 0.660.");
  }

  @Test
  void aMachineThatDriftedAloneChangesNoVerdict() {
    Steadiness drift = drifted(new Interval(0.97, 0.95, 0.99, 20), STEADY);

    assertThat(text.unsteadiness(drift, List.of(new Interval(1.02, 1.005, 1.04, 20))))
        .contains(
            "the machine was not steady (from the first third of the run to the last, the target"
                + " alone became 0.970× as fast [0.950, 0.990]; that changes no verdict)");
  }

  @Test
  void aSpeedupThatDriftedPastAVerdictIsMeasuredAgain() {
    Steadiness drift = drifted(STEADY, new Interval(0.8, 0.7, 0.9, 20));
    Interval clear = new Interval(2, 1.9, 2.1, 20);
    Interval close = new Interval(1.1, 1.05, 1.15, 20);

    assertThat(text.steadiness(drift, List.of(clear)))
        .isEqualTo(
            "The speedup was not steady (from the first third of the run to the last, the speedup"
                + " became 0.800× what it was [0.700, 0.900]; that changes no verdict).");
    assertThat(text.steadiness(drift, List.of(clear, close)))
        .endsWith("; that could change a verdict: measure again on a quiet machine).");
  }

  @Test
  void whatDriftedIsNamedWhenBothDid() {
    assertThat(
            text.unsteadiness(
                drifted(new Interval(1.3, 1.2, 1.4, 20), new Interval(0.8, 0.7, 0.9, 20)),
                List.of()))
        .contains(
            "neither machine nor speedup was steady (from the first third of the run to the last,"
                + " the target alone became 1.30× as fast [1.20, 1.40] and the speedup became"
                + " 0.800× what it was [0.700, 0.900]; that changes no verdict)");
  }

  @Test
  void aDisturbedMachineHasNoOutcomeAndNoCause() {
    Verdict verdict = amid(new Steadiness(Drift.UNKNOWN, new StepSpread(0.9, 3.2)));

    assertThat(text.sentence(verdict)).isEqualTo("0.600× at K = 4 is not to be relied on.");
    assertThat(text.flip(verdict)).isEmpty();
    assertThat(text.steadiness(verdict.evidence().run().steadiness(), List.of(SLOWER)))
        .isEqualTo(
            "The machine was disturbed (of the target's own steps the slowest tenth took at least"
                + " 3.56× the time of the fastest tenth; measure again on a quiet machine).");
  }

  @Test
  void aCheckThatIsCheaperThanAStepIsNotExplained() {
    Verdict verdict = VerdictRules.judge(evidence(SLOWER, 0.7, new RoundCost(4, 0.5, 1.6, 0.05)));

    assertThat(text.sentence(verdict))
        .isEqualTo(
            "0.600× at K = 4 is not to be relied on: checking 5 tokens took 0.625 of a step over"
                + " one, which cannot be (measure again on a quiet machine).");
  }

  @Test
  void aSteadyRunIsNotQualified() {
    assertThat(text.steadiness(drifted(STEADY, STEADY), List.of())).isEmpty();
  }

  @Test
  void aLimitTooShortForKIsTheReasonThatIsGiven() {
    assertThat(
            text.sentence(VerdictRules.judge(withoutFullRounds(new Interval(1.4, 1.3, 1.5, 40)))))
        .isEqualTo(
            "Faster at K = 4; why cannot be known without a round that had room to draft 4"
                + " tokens, which takes a limit of at least 6 new tokens.");
  }

  @Test
  void aFigureWithoutAnIntervalSaysFromHowManyPairsItIs() {
    Interval threePairs = new Interval(1.4, Double.NaN, Double.NaN, 3);

    assertThat(text.sentence(VerdictRules.judge(withoutFullRounds(threePairs))))
        .startsWith(
            "1.40× at K = 4 from 3 pairs on too few prompts for an interval, so that chance is not"
                + " ruled out; why cannot be known");
  }

  private static Evidence withoutFullRounds(Interval speedup) {
    return new Evidence(
        Optional.of(new DraftLength.Fixed(4)),
        speedup,
        Double.NaN,
        Double.NaN,
        Optional.empty(),
        0.1,
        0.2,
        Optional.empty(),
        Double.NaN,
        ALONE);
  }

  private static Steadiness drifted(Interval baseline, Interval speedup) {
    return new Steadiness(new Drift(baseline, speedup), StepSpread.UNKNOWN);
  }

  private static Verdict amid(Steadiness steadiness) {
    Evidence evidence = evidence(SLOWER, 0.7, new RoundCost(4, 0.5, 0.9, 0.05));
    return VerdictRules.judge(
        new Evidence(
            evidence.length(),
            evidence.speedup(),
            evidence.alpha(),
            evidence.meanAcceptanceLength(),
            evidence.cost(),
            evidence.weightRatio(),
            evidence.memoryShare(),
            evidence.floor(),
            evidence.verifyMs(),
            new RunContext(Provenance.MEASURED, List.of(4), steadiness)));
  }

  static Stream<Arguments> policies() {
    return Stream.of(
        Arguments.of(
            new DraftLength.Confident(8, 0.4),
            "Slower at K = 8, stopping under a confidence of 0.400: drafting"),
        Arguments.of(
            new DraftLength.Heuristic(16), "Slower with K by the heuristic, up to 16: drafting"),
        Arguments.of(
            new DraftLength.Predicted(12),
            "Slower with K by measured costs and acceptance, up to 12: drafting"));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyIsNamed(DraftLength policy, String beginning) {
    assertThat(text.sentence(with(policy, List.of()))).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.1 | 1.05 | 1.15 | 1.10× [1.05, 1.15] the speedup at the best fixed K, 4: choosing K pays.
          0.9 | 0.85 | 0.95 | 0.900× [0.850, 0.950] the speedup at the best fixed K, 4: a fixed K is better.
          1.0 | 0.95 | 1.05 | 1.00× [0.950, 1.05] the speedup at the best fixed K, 4: no significant difference.
          1.1 | NaN  | NaN  | 1.10× the speedup at the best fixed K, 4, from too few prompts for an interval.
          """)
  void whatAPolicyGainedIsSaidWithItsInterval(
      double value, double low, double high, String sentence) {
    DraftLength auto = new DraftLength.Predicted(16);
    PolicyGain gain =
        new PolicyGain(auto, new DraftLength.Fixed(4), new Interval(value, low, high, 40));
    PolicyGain other =
        new PolicyGain(
            new DraftLength.Heuristic(16), new DraftLength.Fixed(4), new Interval(2, 1.9, 2.1, 40));

    assertThat(text.flip(with(auto, List.of(other, gain)))).endsWith(" (here 0.500). " + sentence);
    assertThat(text.flip(with(new DraftLength.Fixed(4), List.of(other, gain))))
        .endsWith(" predicted, 0.600× measured).");
  }

  private static Verdict with(DraftLength length, List<PolicyGain> gains) {
    Evidence evidence = evidence(SLOWER, 0.7, new RoundCost(4, 0.5, 0.9, 0.05));
    return VerdictRules.judge(
        new Evidence(
            Optional.of(length),
            evidence.speedup(),
            evidence.alpha(),
            evidence.meanAcceptanceLength(),
            evidence.cost(),
            evidence.weightRatio(),
            evidence.memoryShare(),
            evidence.floor(),
            evidence.verifyMs(),
            new RunContext(
                Provenance.MEASURED,
                List.of(4),
                Steadiness.UNKNOWN,
                gains,
                Optional.empty(),
                Weights.TRAINED)));
  }

  @Test
  void numbersAreTheReaders() {
    assertThat(
            new VerdictText(Locale.GERMANY)
                .sentence(judge(SLOWER, 0.7, new RoundCost(4, 0.5, 0.9, 0.05))))
        .contains("0,500 of a target step (were it free: 2,39×)");
  }

  private static Verdict judge(Interval speedup, double alpha, RoundCost cost) {
    return VerdictRules.judge(evidence(speedup, alpha, cost));
  }

  private static Evidence evidence(Interval speedup, double alpha, RoundCost cost) {
    return new Evidence(
        Optional.of(new DraftLength.Fixed((int) cost.draftTokens())),
        speedup,
        alpha,
        2.8,
        Optional.of(cost),
        Double.NaN,
        0.2,
        Optional.empty(),
        10,
        ALONE);
  }
}
