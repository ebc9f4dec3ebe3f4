package dev.goldilocks.bench;

/**
 * Both sides of a pair.
 *
 * @param plan what was to be measured
 * @param promptTokens length of the prompt in ids
 * @param baseline the target alone
 * @param speculative the target with its drafter
 * @param comparison whether the two texts are the same, id for id
 */
public record PairSample(
    PairPlan plan,
    int promptTokens,
    SideSample baseline,
    SideSample speculative,
    TextComparison comparison) {

  /**
   * Speculative over baseline decode tokens/s; NaN when either side wrote no token after the first.
   */
  public double ratio() {
    return speculative.generation().decodeTokensPerSecond()
        / baseline.generation().decodeTokensPerSecond();
  }
}
