package dev.goldilocks.bench;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fastest of several K and policies: the one with the largest speedup, as each speedup is, the
 * geometric mean over every pair that has a ratio. With it the odds that it is: prompts are
 * resampled, all K of a prompt together since they share its text and its time, and the odds are
 * the share of resamples in which one has the largest geometric mean. A prompt that lacks a ratio
 * at some of them (texts of one token have none) counts for the others, so that what is named the
 * fastest is what the speedups show.
 *
 * @param length the one with the largest geometric mean
 * @param odds of each, in the order of {@link DraftLength}; they add up to 1
 */
public record BestDraftTokens(DraftLength length, Map<DraftLength, Double> odds) {

  public BestDraftTokens {
    odds = new TreeMap<>(odds);
  }

  @Override
  public Map<DraftLength, Double> odds() {
    return Collections.unmodifiableMap(odds);
  }

  /**
   * Finds it.
   *
   * @return empty with fewer than two of them, or fewer than {@link Bootstrap#FEWEST_UNITS} prompts
   *     with a ratio at one of them
   */
  public static Optional<BestDraftTokens> of(List<PairSample> samples, Bootstrap bootstrap) {
    RatiosByPrompt ratios = RatiosByPrompt.of(samples);
    List<DraftLength> candidates = ratios.lengths();
    if (candidates.size() < 2 || ratios.fewestPrompts() < Bootstrap.FEWEST_UNITS) {
      return Optional.empty();
    }
    double[] shares = ratios.sharesOfLargest(bootstrap);
    Map<DraftLength, Double> odds = new HashMap<>();
    for (int i = 0; i < shares.length; i++) {
      odds.put(candidates.get(i), shares[i]);
    }
    return Optional.of(new BestDraftTokens(ratios.largest(candidates), odds));
  }
}
