package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a run on the prompts of one category alone, at one K. Each is defined as it is for
 * the whole run ({@link Figures}); the interval is over the category's prompts, so that a category
 * of fewer than {@link Bootstrap#FEWEST_UNITS} has none.
 *
 * @param category what kind of text the prompts begin
 * @param prompts number of its distinct prompts that were measured at this K
 * @param figures its figures; the peak memory is that of the process, which is no category's, and
 *     so is not known here
 */
public record CategoryFigures(String category, int prompts, RunResult figures) {

  /**
   * The figures of a run by category.
   *
   * @return the categories in the order in which they were first measured, each with one entry for
   *     each K, ascending; empty for a report, which has no samples
   */
  public static List<CategoryFigures> of(RunRecord run) {
    return switch (run.spec()) {
      case RunSpec spec ->
          of(
              run.samples(),
              spec.maxNewTokens(),
              new Bootstrap(Bootstrap.RESAMPLES_KEPT, spec.sampling().seed()));
      case ReportedConditions _ -> List.of();
    };
  }

  /**
   * The figures of samples by category.
   *
   * @param maxNewTokens the token limit of the run
   * @return as {@link #of(RunRecord)}
   */
  static List<CategoryFigures> of(List<PairSample> samples, int maxNewTokens, Bootstrap bootstrap) {
    Map<String, List<PairSample>> byCategory = new LinkedHashMap<>();
    for (PairSample sample : samples) {
      byCategory
          .computeIfAbsent(sample.plan().prompt().category(), _ -> new ArrayList<>())
          .add(sample);
    }
    return byCategory.entrySet().stream()
        .flatMap(
            category ->
                Figures.results(category.getValue(), maxNewTokens, 0, bootstrap).stream()
                    .map(
                        figures ->
                            new CategoryFigures(
                                category.getKey(), prompts(category.getValue(), figures), figures)))
        .toList();
  }

  private static int prompts(List<PairSample> samples, RunResult figures) {
    return Math.toIntExact(
        samples.stream()
            .filter(sample -> figures.length().equals(Optional.of(sample.plan().length())))
            .map(sample -> sample.plan().prompt())
            .distinct()
            .count());
  }
}
