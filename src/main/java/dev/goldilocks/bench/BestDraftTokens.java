package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fastest of several K, with the odds that it is: prompts are resampled, all K of a prompt
 * together since they share its text and its time, and the odds are the share of resamples in which
 * a K has the largest geometric mean. Prompts that lack a ratio at some K are left out.
 *
 * @param draftTokens the K with the largest geometric mean
 * @param odds of each K, K ascending; they add up to 1
 */
public record BestDraftTokens(int draftTokens, Map<Integer, Double> odds) {

  public BestDraftTokens {
    odds = new TreeMap<>(odds);
  }

  @Override
  public Map<Integer, Double> odds() {
    return Collections.unmodifiableMap(odds);
  }

  /**
   * Finds it.
   *
   * @return empty with fewer than two K, or fewer than {@link Bootstrap#FEWEST_UNITS} prompts that
   *     were measured at each
   */
  public static Optional<BestDraftTokens> of(List<PairSample> samples, Bootstrap bootstrap) {
    Map<Prompt, Map<Integer, List<Double>>> byPrompt = new LinkedHashMap<>();
    TreeSet<Integer> draftTokens = new TreeSet<>();
    for (PairSample sample : samples) {
      draftTokens.add(sample.plan().draftTokens());
      double logarithm = Math.log(sample.ratio());
      if (Double.isFinite(logarithm)) {
        byPrompt
            .computeIfAbsent(sample.plan().prompt(), _ -> new TreeMap<>())
            .computeIfAbsent(sample.plan().draftTokens(), _ -> new ArrayList<>())
            .add(logarithm);
      }
    }
    double[][] units =
        byPrompt.values().stream()
            .filter(ratios -> ratios.size() == draftTokens.size())
            .map(ratios -> ratios.values().stream().mapToDouble(BestDraftTokens::mean).toArray())
            .toArray(double[][]::new);
    if (draftTokens.size() < 2 || units.length < Bootstrap.FEWEST_UNITS) {
      return Optional.empty();
    }
    List<Integer> candidates = List.copyOf(draftTokens);
    double[] shares = bootstrap.sharesOfLargestMean(units);
    Map<Integer, Double> odds = new TreeMap<>();
    for (int i = 0; i < shares.length; i++) {
      odds.put(candidates.get(i), shares[i]);
    }
    return Optional.of(new BestDraftTokens(candidates.get(Bootstrap.largestMean(units)), odds));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
