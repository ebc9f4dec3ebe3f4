package dev.goldilocks.bench;

import dev.goldilocks.bench.Verdict.BetterDraftTokens;
import dev.goldilocks.bench.Verdict.Flip;
import dev.goldilocks.bench.Verdict.Missing;
import dev.goldilocks.bench.Verdict.Supposition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rules by which a run's figures become a {@link Verdict}. Pure: the same evidence gives the
 * same verdict.
 *
 * <ol>
 *   <li><b>Outcome.</b> The 95 % interval of the speedup decides, see {@link Interpretation}:
 *       wholly over 1 is faster, wholly under 1 slower, else no significant difference. Without an
 *       interval nothing is called faster or slower.
 *   <li><b>A disturbed machine</b> ({@link Steadiness#isDisturbed}) has no verdict but that: no
 *       outcome, no cause, nothing that would flip it. A check of K + 1 tokens that took less than
 *       1 / {@link #LARGEST_EFFICIENCY} of a step over one is a disturbance, too: it reads the same
 *       weights and does more.
 *   <li><b>Timing only</b> ({@link RunContext#isTimingOnly}) has neither outcome nor cause: both
 *       hang on what was accepted, which random weights or a forced acceptance make up. The costs
 *       are real, and so is the acceptance from which they would pay.
 *   <li><b>Memory first.</b> From {@link #MEMORY_PRESSURE} of the machine's memory on, times are
 *       those of swapping: that is the cause, whatever else.
 *   <li><b>The dominant cause</b> is the one without which the speedup would be highest. Four are
 *       taken away, one at a time, in {@link SpeedupTheory#speedup}: the draft's time (c = 0),
 *       rejection (alpha = 1), what verification takes beyond one step (eta = 1), and the time in
 *       neither model (overhead = 0). Of equals the first in this order.
 *   <li><b>Why verification is not free.</b> With measured ceilings: when the pass takes no longer
 *       than 1 / {@link #NEAR_FLOOR} times the time that its arithmetic needs at least, and
 *       arithmetic needs longer than memory, it is compute-bound; else the kernel could be faster.
 *       Without ceilings it stays open, and they are named as missing.
 *   <li><b>What would flip it</b>: the break-even alpha and the largest c at the measured costs,
 *       and a better K. The cost of a smaller K is read off the straight line between the target's
 *       step over one token and its pass over K + 1; a larger K is not guessed at. A K is better
 *       only when its prediction is {@link #WORTH_SAYING} times the measured speedup and this K's;
 *       a K that the run measured is not predicted: its measurement counts. Where the speedup has
 *       no interval, no K is advised: chance is not ruled out there.
 *   <li><b>What cannot be known is said.</b> Without acceptance or the ledger there is no cause,
 *       and what is missing is named; that no round had room to draft K tokens accounts for both.
 *       Where not even the ledger is there but the models are known, the verdict works out what the
 *       speedup would mean if both models did nothing but read their weights.
 *   <li><b>Drift.</b> A run that drifted is measured again only where that could change an outcome:
 *       where the speedup itself drifted, and its interval, moved to what it was in the first or in
 *       the last third of the run, reads otherwise. Drift of the machine alone cancels out in each
 *       pair, whose sides are timed back to back.
 * </ol>
 */
public final class VerdictRules {

  /** How many times as fast another K must be predicted to be: less is within the prediction. */
  static final double WORTH_SAYING = 1.05;

  /** Share of the machine's memory from which on swapping is to be expected. */
  static final double MEMORY_PRESSURE = 0.9;

  /** Largest verify efficiency that measuring alone can leave. */
  static final double LARGEST_EFFICIENCY = 1.25;

  /** Share of a pass that its arithmetic must fill to be its limit. */
  static final double NEAR_FLOOR = 0.5;

  private VerdictRules() {}

  /** Reaches the verdict. */
  public static Verdict judge(Evidence evidence) {
    if (isDisturbed(evidence)) {
      return disturbed(evidence);
    }
    if (evidence.run().isTimingOnly()) {
      return timingOnly(evidence);
    }
    Map<Cause, Double> without =
        evidence.memoryShare() >= MEMORY_PRESSURE
            ? Map.of(Cause.MEMORY_PRESSURE, Double.NaN)
            : speedupsWithout(evidence);
    Optional<Cause> cause =
        without.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return new Verdict(
        evidence,
        Interpretation.of(evidence.speedup()),
        cause,
        cause.map(without::get).orElse(Double.NaN),
        flip(evidence),
        supposition(evidence),
        missing(evidence, cause));
  }

  /** Whether the times say more of something else on the machine than of the models. */
  public static boolean isDisturbed(Evidence evidence) {
    return evidence.run().steadiness().isDisturbed()
        || evidence.cost().filter(cost -> cost.verifyEfficiency() > LARGEST_EFFICIENCY).isPresent();
  }

  private static Verdict disturbed(Evidence evidence) {
    boolean isMeasured = Double.isFinite(evidence.speedup().value());
    return new Verdict(
        evidence,
        isMeasured ? Interpretation.DISTURBED : Interpretation.NOTHING_MEASURED,
        Optional.empty(),
        Double.NaN,
        new Flip(Double.NaN, Double.NaN, Optional.empty()),
        Optional.empty(),
        List.of(Missing.QUIET_MACHINE));
  }

  private static Verdict timingOnly(Evidence evidence) {
    boolean isMeasured = Double.isFinite(evidence.speedup().value());
    return new Verdict(
        evidence,
        isMeasured ? Interpretation.TIMING_ONLY : Interpretation.NOTHING_MEASURED,
        Optional.empty(),
        Double.NaN,
        new Flip(breakEvenAlpha(evidence), Double.NaN, Optional.empty()),
        Optional.empty(),
        List.of());
  }

  private static double breakEvenAlpha(Evidence evidence) {
    return evidence.cost().map(SpeedupTheory::breakEvenAlpha).orElse(Double.NaN);
  }

  /**
   * Whether drift could have made an outcome what it is. The whole run lies between its first and
   * its last third, so each of them is half of the change away, as a logarithm.
   *
   * @param speedup of the whole run, with its interval
   * @param drift of the same run
   */
  public static boolean driftCouldChange(Interval speedup, Drift drift) {
    if (!drift.speedupDrifted()) {
      return false;
    }
    double half = Math.sqrt(drift.speedup().value());
    Interpretation outcome = Interpretation.of(speedup);
    return Interpretation.of(times(speedup, half)) != outcome
        || Interpretation.of(times(speedup, 1 / half)) != outcome;
  }

  private static Interval times(Interval speedup, double factor) {
    return new Interval(
        speedup.value() * factor, speedup.low() * factor, speedup.high() * factor, speedup.pairs());
  }

  /** Each cause with the speedup that its absence would give; none where that is not known. */
  private static Map<Cause, Double> speedupsWithout(Evidence evidence) {
    if (evidence.cost().isEmpty() || Double.isNaN(evidence.alpha())) {
      return Map.of();
    }
    RoundCost cost = evidence.cost().get();
    double alpha = evidence.alpha();
    double k = cost.draftTokens();
    Map<Cause, Double> without = new EnumMap<>(Cause.class);
    without.put(
        Cause.DRAFT_TOO_SLOW,
        SpeedupTheory.speedup(
            alpha, new RoundCost(k, 0, cost.verifyEfficiency(), cost.overhead())));
    without.put(Cause.LOW_ACCEPTANCE, SpeedupTheory.speedup(1, cost));
    without.put(
        slowVerification(evidence),
        SpeedupTheory.speedup(alpha, new RoundCost(k, cost.draftStep(), 1, cost.overhead())));
    without.put(Cause.HOST_OVERHEAD, SpeedupTheory.speedup(alpha, cost.withoutOverhead()));
    return without;
  }

  private static Cause slowVerification(Evidence evidence) {
    return evidence
        .floor()
        .map(
            floor ->
                floor.computeMs() > floor.memoryMs()
                        && floor.computeMs() >= NEAR_FLOOR * evidence.verifyMs()
                    ? Cause.VERIFICATION_COMPUTE_BOUND
                    : Cause.VERIFICATION_KERNEL)
        .orElse(Cause.VERIFICATION_NOT_FREE);
  }

  private static Flip flip(Evidence evidence) {
    double alpha = evidence.alpha();
    return new Flip(
        breakEvenAlpha(evidence),
        evidence.cost().map(cost -> SpeedupTheory.largestDraftStep(alpha, cost)).orElse(Double.NaN),
        evidence.cost().flatMap(cost -> better(evidence, cost)));
  }

  /**
   * Where K varies from round to round there is no line from it to another K, and without an
   * interval nobody can tell a better K from chance.
   */
  private static Optional<BetterDraftTokens> better(Evidence evidence, RoundCost here) {
    if (!evidence.speedup().ends().areKnown() || !evidence.isAlwaysDraftedTo(here.draftTokens())) {
      return Optional.empty();
    }
    double alpha = evidence.alpha();
    double predictedHere = SpeedupTheory.speedup(alpha, here);
    List<RoundCost> notMeasured =
        costsUpTo(here).stream()
            .filter(cost -> cost.draftTokens() != here.draftTokens())
            .filter(
                cost -> !evidence.run().measuredDraftTokens().contains((int) cost.draftTokens()))
            .toList();
    return SpeedupTheory.best(alpha, notMeasured)
        .map(
            cost ->
                new BetterDraftTokens(
                    (int) cost.draftTokens(), SpeedupTheory.speedup(alpha, cost), predictedHere))
        .filter(better -> better.predicted() > WORTH_SAYING * predictedHere)
        .filter(better -> better.predicted() > WORTH_SAYING * evidence.speedup().value());
  }

  /** What each K from 1 to the measured one, a whole number, costs. */
  static List<RoundCost> costsUpTo(RoundCost measured) {
    double excess = (1 / measured.verifyEfficiency() - 1) / measured.draftTokens();
    return IntStream.rangeClosed(1, (int) measured.draftTokens())
        .mapToObj(
            k -> new RoundCost(k, measured.draftStep(), 1 / (1 + excess * k), measured.overhead()))
        .toList();
  }

  private static Optional<Supposition> supposition(Evidence evidence) {
    if (evidence.cost().isPresent()
        || evidence.lacksFullRounds()
        || evidence.length().isEmpty()
        || Double.isNaN(evidence.weightRatio())) {
      return Optional.empty();
    }
    RoundCost weightsAlone =
        RoundCost.ideal(evidence.length().get().most(), evidence.weightRatio());
    return Optional.of(
        new Supposition(
            evidence.weightRatio(),
            SpeedupTheory.alphaFor(evidence.speedup().value(), weightsAlone),
            SpeedupTheory.breakEvenAlpha(weightsAlone)));
  }

  private static List<Missing> missing(Evidence evidence, Optional<Cause> cause) {
    List<Missing> missing = new ArrayList<>();
    if (Double.isNaN(evidence.speedup().low())) {
      missing.add(Missing.INTERVAL);
    }
    if (Double.isNaN(evidence.alpha()) && !evidence.lacksFullRounds()) {
      missing.add(Missing.ACCEPTANCE);
    }
    if (evidence.length().isEmpty()) {
      missing.add(Missing.DRAFT_TOKENS);
    }
    if (evidence.lacksFullRounds()) {
      missing.add(Missing.FULL_ROUNDS);
    } else if (evidence.cost().isEmpty()) {
      missing.add(Missing.LEDGER);
    }
    if (cause.filter(Cause.VERIFICATION_NOT_FREE::equals).isPresent()) {
      missing.add(Missing.CEILINGS);
    }
    return missing;
  }
}
