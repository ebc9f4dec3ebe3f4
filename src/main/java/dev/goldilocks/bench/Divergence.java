package dev.goldilocks.bench;

/**
 * The first place where greedy baseline and speculative ids differ.
 *
 * @param position index into the new tokens, from 0; -1 when they are the same, or when sampling
 *     makes them incomparable
 * @param logitGap best logit less second-best logit of the target there, in the run's precision;
 *     NaN when not asked for. A small gap is near-tie rounding, a large one a bug.
 */
public record Divergence(int position, double logitGap) {

  /** The texts are the same, or not comparable. */
  public static final Divergence NONE = new Divergence(-1, Double.NaN);

  /** Whether the two texts are the same id for id. */
  public boolean identical() {
    return position < 0;
  }
}
