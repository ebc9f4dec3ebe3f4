package dev.goldilocks.bench;

import java.util.List;

/** What came of comparing a pair's two texts id for id. */
public sealed interface TextComparison {

  /** Greedy, and the same ids on both sides. */
  record Identical() implements TextComparison {}

  /**
   * Greedy, and the two sides part.
   *
   * @param position index into the new tokens of the first difference, from 0
   * @param logitGap best logit less second-best logit of the target there, in the run's precision
   * @param logits the two largest logits of the target there, largest first, then those of the
   *     tokens that the two sides wrote where they are others; empty in files that were made before
   *     they were kept. {@link Rounding} tells a near tie from a bug.
   */
  record Diverged(int position, double logitGap, List<TokenLogit> logits)
      implements TextComparison {

    public Diverged {
      logits = List.copyOf(logits);
    }

    /** A difference of which only the gap was kept. */
    public Diverged(int position, double logitGap) {
      this(position, logitGap, List.of());
    }
  }

  /** Sampled: the two sides draw numbers of their own, so their texts differ by design. */
  record NotCompared() implements TextComparison {}
}
