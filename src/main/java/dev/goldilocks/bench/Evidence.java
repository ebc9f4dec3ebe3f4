package dev.goldilocks.bench;

import java.util.Optional;

/**
 * What a verdict is reached from, at one K. What is not known is NaN or empty.
 *
 * @param draftTokens K
 * @param speedup measured speedup with its interval
 * @param alpha measured acceptance probability of one token
 * @param cost measured cost of a round
 * @param weightRatio bytes of the draft's weights over those of the target's: c when both models do
 *     nothing but read their weights
 * @param memoryShare peak resident memory over the machine's physical memory
 * @param floor what the machine allows the verification, when it was probed, in units of {@code
 *     verifyMs}
 * @param verifyMs measured time of the verification
 */
public record Evidence(
    int draftTokens,
    Interval speedup,
    double alpha,
    RoundCost cost,
    double weightRatio,
    double memoryShare,
    Optional<PassFloor> floor,
    double verifyMs) {

  /** What the figures at one K tell, without a look at models or machine. */
  public static Evidence of(RunResult result) {
    return new Evidence(
        result.draftTokens(),
        result.speedup(),
        result.alpha(),
        RoundCost.of(result),
        Double.NaN,
        Double.NaN,
        Optional.empty(),
        result.ledger().verifyMs());
  }

  /** What the figures at one K tell, with the run's models and machine. */
  public static Evidence of(
      RunResult result, ModelDescription target, ModelDescription draft, Environment machine) {
    Evidence figures = of(result);
    return new Evidence(
        figures.draftTokens,
        figures.speedup,
        figures.alpha,
        figures.cost,
        known(draft.parameters() * draft.precision().bytesPerWeight())
            / known(target.parameters() * target.precision().bytesPerWeight()),
        known(result.peakMemoryBytes()) / known(machine.memoryBytes()),
        figures.floor,
        figures.verifyMs);
  }

  /** The same after the machine was probed. */
  public Evidence with(PassFloor probed) {
    return new Evidence(
        draftTokens, speedup, alpha, cost, weightRatio, memoryShare, Optional.of(probed), verifyMs);
  }

  private static double known(long count) {
    return count == 0 ? Double.NaN : count;
  }
}
