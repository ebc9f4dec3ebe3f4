package dev.goldilocks.bench;

/**
 * Both sides of a pair.
 *
 * @param plan what was to be measured
 * @param promptTokens length of the prompt in ids
 * @param baseline the target alone
 * @param speculative the target with its drafter
 * @param divergence where the two texts part, or {@link Divergence#NONE}
 */
public record PairSample(
    PairPlan plan,
    int promptTokens,
    SideSample baseline,
    SideSample speculative,
    Divergence divergence) {

  /** Speculative over baseline decode tokens/s; NaN when either wrote one token only. */
  public double ratio() {
    return speculative.generation().decodeTokensPerSecond()
        / baseline.generation().decodeTokensPerSecond();
  }
}
