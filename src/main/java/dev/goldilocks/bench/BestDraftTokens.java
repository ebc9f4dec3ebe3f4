package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fastest of several K and policies, with the odds that it is: prompts are resampled, all K of
 * a prompt together since they share its text and its time, and the odds are the share of resamples
 * in which one has the largest geometric mean. Prompts that lack a ratio at some of them are left
 * out.
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
   *     that were measured at each
   */
  public static Optional<BestDraftTokens> of(List<PairSample> samples, Bootstrap bootstrap) {
    Map<Prompt, Map<DraftLength, List<Double>>> byPrompt = new LinkedHashMap<>();
    TreeSet<DraftLength> lengths = new TreeSet<>();
    for (PairSample sample : samples) {
      lengths.add(sample.plan().length());
      double logarithm = Math.log(sample.ratio());
      if (Double.isFinite(logarithm)) {
        byPrompt
            .computeIfAbsent(sample.plan().prompt(), _ -> new TreeMap<>())
            .computeIfAbsent(sample.plan().length(), _ -> new ArrayList<>())
            .add(logarithm);
      }
    }
    double[][] units =
        byPrompt.values().stream()
            .filter(ratios -> ratios.size() == lengths.size())
            .map(ratios -> ratios.values().stream().mapToDouble(BestDraftTokens::mean).toArray())
            .toArray(double[][]::new);
    if (lengths.size() < 2 || units.length < Bootstrap.FEWEST_UNITS) {
      return Optional.empty();
    }
    List<DraftLength> candidates = List.copyOf(lengths);
    double[] shares = bootstrap.sharesOfLargestMean(units);
    Map<DraftLength, Double> odds = new HashMap<>();
    for (int i = 0; i < shares.length; i++) {
      odds.put(candidates.get(i), shares[i]);
    }
    return Optional.of(new BestDraftTokens(candidates.get(Bootstrap.largestMean(units)), odds));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
