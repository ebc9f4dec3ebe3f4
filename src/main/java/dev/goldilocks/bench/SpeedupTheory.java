package dev.goldilocks.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What speculative decoding can gain: section 3 of Leviathan et al. 2023 (arXiv 2211.17192), with
 * the cost of a round as it is instead of the ideal {@code K c + 1}. It takes tokens to be accepted
 * with the same probability alpha each, whatever came before. NaN in gives NaN out.
 */
public final class SpeedupTheory {

  /** Halvings of the interval [0, 1] until its ends are neighbours among the doubles near 1. */
  private static final int HALVINGS = 53;

  private SpeedupTheory() {}

  /**
   * Tokens that a round gives on average, the correction or bonus token included: equation 1,
   * {@code (1 - alpha^(K+1)) / (1 - alpha)}.
   *
   * @param alpha probability that a drafted token is accepted, 0 to 1
   * @param draftTokens K; where it varies from round to round its mean, over 0, at which the
   *     equation is a little high, being concave in K
   * @return 1 to K + 1
   */
  public static double tokensPerRound(double alpha, double draftTokens) {
    if (alpha == 1) {
      return draftTokens + 1;
    }
    // 1 - alpha^(K+1) loses all its digits near alpha = 1 unless it is worked out as one.
    return -Math.expm1((draftTokens + 1) * Math.log(alpha)) / (1 - alpha);
  }

  /**
   * Decode tokens/s with the draft over those without: tokens a round over what it costs. With
   * {@link RoundCost#ideal} this is Theorem 3.8.
   *
   * @param alpha probability that a drafted token is accepted, 0 to 1
   */
  public static double speedup(double alpha, RoundCost cost) {
    return tokensPerRound(alpha, cost.draftTokens()) / cost.targetSteps();
  }

  /**
   * The alpha at which speculation and plain decoding are equally fast; over it speculation pays.
   *
   * @return 0 to 1, 0 when it pays whatever is accepted; NaN when it does not pay though every
   *     token were accepted
   */
  public static double breakEvenAlpha(RoundCost cost) {
    return cost.targetSteps() < 1 ? 0 : alphaFor(1, cost);
  }

  /**
   * The alpha that gives a speedup at a cost.
   *
   * @return 0 to 1; NaN when none does: the cost is too high for so much, or too low for so little
   */
  public static double alphaFor(double speedup, RoundCost cost) {
    double tokens = speedup * cost.targetSteps();
    if (!(tokens >= 1 && tokens < cost.draftTokens() + 1)) {
      return Double.NaN;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (tokensPerRound(middle, cost.draftTokens()) < tokens) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return tokens == 1 ? 0 : high;
  }

  /**
   * The c at which speculation and plain decoding are equally fast, all else as it is; a draft
   * whose step costs less pays.
   *
   * @param alpha probability that a drafted token is accepted, 0 to 1
   * @param cost gives K, the verification and the overhead; its own c is not used
   * @return more than 0; NaN when not even a free draft pays
   */
  public static double largestDraftStep(double alpha, RoundCost cost) {
    double left = tokensPerRound(alpha, cost.draftTokens()) - cost.besidesDraft();
    return left > 0 ? left / cost.draftTokens() : Double.NaN;
  }

  /**
   * The cost at which speculation is fastest; of equals the one with the least K.
   *
   * @param alpha probability that a drafted token is accepted, 0 to 1
   * @param costs one for each K
   * @return empty when no cost has a defined speedup
   */
  public static Optional<RoundCost> best(double alpha, List<RoundCost> costs) {
    return costs.stream()
        .filter(cost -> !Double.isNaN(speedup(alpha, cost)))
        .max(
            Comparator.comparingDouble((RoundCost cost) -> speedup(alpha, cost))
                .thenComparing(Comparator.comparingDouble(RoundCost::draftTokens).reversed()));
  }
}
