package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What a policy that chooses K gained over the best fixed K of the same run. Both were measured on
 * every prompt, one soon after the other, each against the target alone just beside it, so that
 * neither prompts nor a machine that slows down favours one of them.
 *
 * <p>The best fixed K is the one with the largest speedup in this very run, so it is flattered by
 * its own luck: a policy that draws level with it did at least as well.
 *
 * @param policy chooses K
 * @param bestFixed the fixed K with the largest speedup, over every pair of its own, as the
 *     speedups are shown
 * @param ratio speedup with the policy over that at the best fixed K: geometric mean over prompts
 *     with a 95 % bootstrap interval, as every speedup has; its pairs are prompts
 */
public record PolicyGain(DraftLength policy, DraftLength bestFixed, Interval ratio) {

  /**
   * What each policy of a run gained.
   *
   * @return one for each policy that shares a prompt with a ratio with the best fixed K; none
   *     without a fixed K
   */
  public static List<PolicyGain> of(List<PairSample> samples, Bootstrap bootstrap) {
    RatiosByPrompt ratios = RatiosByPrompt.of(samples);
    List<DraftLength> fixed =
        ratios.lengths().stream().filter(length -> !length.isAdaptive()).toList();
    if (fixed.isEmpty()) {
      return List.of();
    }
    DraftLength best = ratios.largest(fixed);
    List<PolicyGain> gains = new ArrayList<>();
    for (DraftLength policy : ratios.lengths()) {
      List<List<Double>> quotients =
          policy.isAdaptive() ? ratios.quotients(policy, best) : List.of();
      if (!quotients.isEmpty()) {
        gains.add(new PolicyGain(policy, best, bootstrap.geometricMean(quotients)));
      }
    }
    return gains;
  }
}
