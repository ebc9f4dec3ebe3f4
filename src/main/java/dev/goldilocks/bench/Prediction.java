package dev.goldilocks.bench;

import java.util.Optional;

/**
 * From the theorem to what was measured, as speedups; each step between two of them is one cause.
 * Undefined figures are NaN.
 *
 * @param theorem Theorem 3.8 of Leviathan et al. 2023: {@code (1 - alpha^(K+1)) / ((1 - alpha)(K c
 *     + 1))}
 * @param withVerification the same with the measured cost of checking K + 1 tokens in place of 1
 * @param withOverhead the same with the time that a round spends in neither model: the last
 *     prediction
 * @param withAcceptance the same with the tokens a round gave in place of those that a constant
 *     alpha would give: acceptance that differs from token to token, and rounds in which the
 *     drafter had fewer guesses than K
 * @param measured the measured speedup
 */
public record Prediction(
    double theorem,
    double withVerification,
    double withOverhead,
    double withAcceptance,
    double measured) {

  /** Farthest that the last prediction may be from the measured figure to count as right. */
  public static final double TOLERANCE = 0.1;

  /**
   * Works the steps out.
   *
   * @param alpha measured acceptance probability of one token
   * @param cost measured cost of a round
   * @param meanAcceptanceLength measured tokens a round, correction or bonus included
   * @param measured measured speedup
   */
  public static Prediction of(
      double alpha, RoundCost cost, double meanAcceptanceLength, double measured) {
    RoundCost ideal = RoundCost.ideal(cost.draftTokens(), cost.draftStep());
    return new Prediction(
        SpeedupTheory.speedup(alpha, ideal),
        SpeedupTheory.speedup(alpha, cost.withoutOverhead()),
        SpeedupTheory.speedup(alpha, cost),
        meanAcceptanceLength / cost.targetSteps(),
        measured);
  }

  /** The steps for a run's figures at one K; empty when they do not tell what a round cost. */
  public static Optional<Prediction> of(RunResult result) {
    return RoundCost.of(result)
        .map(
            cost ->
                of(result.alpha(), cost, result.meanAcceptanceLength(), result.speedup().value()));
  }

  /** Measured over predicted: 1 when the last prediction says all. */
  public double residual() {
    return measured / withOverhead;
  }

  /**
   * What is left when uneven acceptance is taken out of the residual: shortened last rounds,
   * differences between prompts, disturbances. Nothing here explains it.
   */
  public double unexplained() {
    return measured / withAcceptance;
  }

  /** Whether the last prediction is within {@link #TOLERANCE} of the measured speedup. */
  public boolean isWithinTolerance() {
    return Math.abs(withOverhead / measured - 1) <= TOLERANCE;
  }
}
