package dev.goldilocks.ui.live;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.chart.LiveIntervals;
import dev.goldilocks.runs.SetUpText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The speedups of a run so far, side by side.
 *
 * @param across what they differ in
 * @param entries one each
 * @param marked names of those that are drawn in full colour
 */
public record SpeedupChart(Across across, List<LiveIntervals.Entry> entries, Set<String> marked) {

  /** What the speedups of a chart differ in. */
  public enum Across {
    /** K, ascending, then the policies that choose it. */
    DRAFT_LENGTHS,
    /** The prompts’ categories, at the only K that is measured. */
    CATEGORIES
  }

  /** What is drawn before there is a run. */
  static final SpeedupChart EMPTY = new SpeedupChart(Across.DRAFT_LENGTHS, List.of(), Set.of());

  public SpeedupChart {
    entries = List.copyOf(entries);
    marked = Set.copyOf(marked);
  }

  /**
   * What there is to compare: the lengths of the run or, where it has a single one, the prompts'
   * categories.
   *
   * @param shown whose figures the verdict shows
   */
  static SpeedupChart of(RunSpec spec, RunSnapshot snapshot, Optional<RunResult> shown) {
    return spec.lengths().values().size() == 1 ? categories(snapshot) : lengths(snapshot, shown);
  }

  private static SpeedupChart lengths(RunSnapshot snapshot, Optional<RunResult> shown) {
    return new SpeedupChart(
        Across.DRAFT_LENGTHS,
        snapshot.results().stream()
            .map(result -> entry(SetUpText.draftTokens(result), result.speedup()))
            .toList(),
        shown.map(SetUpText::draftTokens).map(Set::of).orElse(Set.of()));
  }

  private static SpeedupChart categories(RunSnapshot snapshot) {
    List<LiveIntervals.Entry> entries =
        snapshot.categories().stream()
            .map(category -> entry(category.category(), category.speedup()))
            .toList();
    return new SpeedupChart(
        Across.CATEGORIES,
        entries,
        entries.stream().map(LiveIntervals.Entry::name).collect(Collectors.toSet()));
  }

  private static LiveIntervals.Entry entry(String name, Interval speedup) {
    return new LiveIntervals.Entry(name, speedup.value(), speedup.low(), speedup.high());
  }
}
