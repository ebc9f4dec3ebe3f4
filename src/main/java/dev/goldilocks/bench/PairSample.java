package dev.goldilocks.bench;

import dev.goldilocks.decode.Step;

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

  public PairSample {
    for (Step step : speculative.generation().steps()) {
      if (step instanceof Step.Round round && round.drafted().size() > plan.length().most()) {
        throw new IllegalArgumentException(
            round.drafted().size() + " drafted with K = " + plan.length().label());
      }
    }
  }

  /**
   * Speculative over baseline decode tokens/s; NaN when either side wrote no token after the first.
   */
  public double ratio() {
    return speculative.generation().decodeTokensPerSecond()
        / baseline.generation().decodeTokensPerSecond();
  }
}
