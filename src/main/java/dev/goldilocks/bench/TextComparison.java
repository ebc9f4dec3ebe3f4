package dev.goldilocks.bench;

/** What came of comparing a pair's two texts id for id. */
public sealed interface TextComparison {

  /** Greedy, and the same ids on both sides. */
  record Identical() implements TextComparison {}

  /**
   * Greedy, and the two sides part.
   *
   * @param position index into the new tokens of the first difference, from 0
   * @param logitGap best logit less second-best logit of the target there, in the run's precision.
   *     A small gap is near-tie rounding, a large one a bug.
   */
  record Diverged(int position, double logitGap) implements TextComparison {}

  /** Sampled: the two sides draw numbers of their own, so their texts differ by design. */
  record NotCompared() implements TextComparison {}
}
