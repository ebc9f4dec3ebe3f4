package dev.goldilocks.bench;

import java.util.Optional;

/**
 * What a round costs, in steps of the target writing one token alone. Undefined figures are NaN.
 *
 * @param draftTokens K, the mean of the rounds where it varies, over 0
 * @param draftStep c: time to draft one token over the time of a target step, 0 for a draft that
 *     costs nothing
 * @param verifyEfficiency eta: time of a target step over the time of its pass over K + 1 tokens; 1
 *     when checking K + 1 tokens takes no longer than writing one, 1 / (K + 1) when it takes as
 *     long as writing them
 * @param overhead time of a round in neither model over the time of a target step
 */
public record RoundCost(
    double draftTokens, double draftStep, double verifyEfficiency, double overhead) {

  public RoundCost {
    if (!(draftTokens > 0) || draftStep < 0 || verifyEfficiency <= 0 || overhead < 0) {
      throw new IllegalArgumentException(
          "K = %s, c = %s, eta = %s, overhead %s"
              .formatted(draftTokens, draftStep, verifyEfficiency, overhead));
    }
  }

  /** The cost that Theorem 3.8 assumes: verification as fast as one step, and nothing besides. */
  public static RoundCost ideal(double draftTokens, double draftStep) {
    return new RoundCost(draftTokens, draftStep, 1, 0);
  }

  /**
   * What a round of a run cost, from its ledger: overhead is sampling and acceptance where they are
   * told apart, the host's time and the residual.
   *
   * @return empty when the run's figures do not tell
   */
  public static Optional<RoundCost> of(RunResult result) {
    double stepMs = 1_000 / result.baseline().decodeTokensPerSecond();
    Ledger ledger = result.ledger();
    double draftTokens = result.meanDraftTokens();
    if (!(draftTokens > 0) || !Double.isFinite(stepMs + ledger.roundMs())) {
      return Optional.empty();
    }
    return Optional.of(
        new RoundCost(
            draftTokens,
            ledger.draftMs() / draftTokens / stepMs,
            stepMs / ledger.verifyMs(),
            Math.max(0, ledger.besidesModelsMs()) / stepMs));
  }

  /** All of it: {@code K c + 1 / eta + overhead}. */
  public double targetSteps() {
    return draftTokens * draftStep + besidesDraft();
  }

  /** What is left when the draft is free. */
  double besidesDraft() {
    return 1 / verifyEfficiency + overhead;
  }

  /** The same without what is spent in neither model. */
  RoundCost withoutOverhead() {
    return new RoundCost(draftTokens, draftStep, verifyEfficiency, 0);
  }
}
