package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a policy that chooses K gained over the best fixed K of the same run. Both were measured on
 * every prompt, one soon after the other, each against the target alone just beside it, so that
 * neither prompts nor a machine that slows down favours one of them.
 *
 * <p>The best fixed K is the one with the largest speedup in this very run, so it is flattered by
 * its own luck: a policy that draws level with it did at least as well.
 *
 * @param policy chooses K
 * @param bestFixed the fixed K with the largest geometric mean over the same prompts
 * @param ratio speedup with the policy over that at the best fixed K: geometric mean over prompts
 *     with a 95 % bootstrap interval, as every speedup has; its pairs are prompts
 */
public record PolicyGain(DraftLength policy, DraftLength bestFixed, Interval ratio) {

  /**
   * What each policy of a run gained.
   *
   * @return one for each policy; none without a policy, without a fixed K, or without a prompt on
   *     which all of them have a ratio
   */
  public static List<PolicyGain> of(List<PairSample> samples, Bootstrap bootstrap) {
    TreeSet<DraftLength> lengths = new TreeSet<>();
    samples.forEach(sample -> lengths.add(sample.plan().length()));
    List<Map<DraftLength, Double>> prompts =
        logarithms(samples).values().stream()
            .filter(ratios -> ratios.keySet().equals(lengths))
            .toList();
    if (prompts.isEmpty()) {
      return List.of();
    }
    Optional<DraftLength> best =
        lengths.stream()
            .filter(length -> !length.isAdaptive())
            .max(Comparator.comparingDouble(length -> mean(prompts, length)));
    return best.stream()
        .flatMap(
            fixed ->
                lengths.stream()
                    .filter(DraftLength::isAdaptive)
                    .map(
                        policy ->
                            new PolicyGain(
                                policy,
                                fixed,
                                bootstrap.geometricMean(ratios(prompts, policy, fixed)))))
        .toList();
  }

  /** For each prompt, the mean logarithm of the ratios of each K and policy that has one. */
  private static Map<Prompt, Map<DraftLength, Double>> logarithms(List<PairSample> samples) {
    Map<Prompt, Map<DraftLength, List<Double>>> byPrompt = new LinkedHashMap<>();
    for (PairSample sample : samples) {
      double logarithm = Math.log(sample.ratio());
      if (Double.isFinite(logarithm)) {
        byPrompt
            .computeIfAbsent(sample.plan().prompt(), _ -> new TreeMap<>())
            .computeIfAbsent(sample.plan().length(), _ -> new ArrayList<>())
            .add(logarithm);
      }
    }
    Map<Prompt, Map<DraftLength, Double>> means = new LinkedHashMap<>();
    byPrompt.forEach(
        (prompt, ratios) -> {
          Map<DraftLength, Double> mean = new TreeMap<>();
          ratios.forEach(
              (length, logarithms) ->
                  mean.put(
                      length,
                      logarithms.stream()
                          .mapToDouble(Double::doubleValue)
                          .average()
                          .orElseThrow()));
          means.put(prompt, mean);
        });
    return means;
  }

  private static double mean(List<Map<DraftLength, Double>> prompts, DraftLength length) {
    return prompts.stream().mapToDouble(ratios -> ratios.get(length)).average().orElseThrow();
  }

  private static List<List<Double>> ratios(
      List<Map<DraftLength, Double>> prompts, DraftLength policy, DraftLength fixed) {
    return prompts.stream()
        .map(ratios -> List.of(Math.exp(ratios.get(policy) - ratios.get(fixed))))
        .toList();
  }
}
