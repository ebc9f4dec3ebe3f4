package dev.goldilocks.runs;

import dev.goldilocks.bench.CategoryFigures;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.Steadiness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several runs side by side.
 *
 * @param runs the runs, in the order given; where names are alike, each with what tells it apart
 * @param groups their figures, one entry for each run and K, runs in order and K ascending, an
 *     unknown K last
 * @param categories their figures on the prompts of each category, none for a report
 * @param steadiness whether the machine stayed the same while each run was measured, one for each
 * @param mismatches runs that cannot be compared with the first
 */
public record Comparison(
    List<RunSummary> runs,
    List<Group> groups,
    List<Category> categories,
    List<Steadiness> steadiness,
    List<Mismatch> mismatches) {

  /**
   * The figures of a run at one K.
   *
   * @param run index into {@link Comparison#runs()}
   * @param result its figures
   */
  public record Group(int run, RunResult result) {}

  /**
   * The figures of a run on the prompts of one category, at one K.
   *
   * @param run index into {@link Comparison#runs()}
   * @param figures its figures there
   */
  public record Category(int run, CategoryFigures figures) {}

  /**
   * Why a run's figures cannot be held against the first run's.
   *
   * @param run index into {@link Comparison#runs()}
   * @param differences what differs, at least one
   */
  public record Mismatch(int run, List<SetUpDifference> differences) {
    public Mismatch {
      differences = List.copyOf(differences);
    }
  }

  public Comparison {
    runs = List.copyOf(runs);
    groups = List.copyOf(groups);
    categories = List.copyOf(categories);
    steadiness = List.copyOf(steadiness);
    mismatches = List.copyOf(mismatches);
  }

  /**
   * Compares runs.
   *
   * @param records at least one
   */
  public static Comparison of(List<RunRecord> records) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("no runs to compare");
    }
    List<RunSummary> runs = RunNames.toldApart(records.stream().map(RunSummary::of).toList());
    return new Comparison(
        runs, groups(runs), categories(records), steadiness(records), mismatches(records));
  }

  /**
   * The same runs, each with the figures of the K at which it is fastest; a run without a speedup
   * keeps its first.
   */
  public Comparison atFastest() {
    List<Group> fastest =
        IntStream.range(0, runs.size())
            .mapToObj(run -> groups.stream().filter(group -> group.run() == run))
            .flatMap(own -> own.max(Comparator.comparingDouble(Comparison::speedup)).stream())
            .toList();
    return new Comparison(runs, fastest, categories, steadiness, mismatches);
  }

  /** Whether some run has figures at several K. */
  public boolean hasSeveralDraftTokens() {
    return groups.size() > groups.stream().map(Group::run).distinct().count();
  }

  private static double speedup(Group group) {
    double speedup = group.result().speedup().value();
    return Double.isNaN(speedup) ? Double.NEGATIVE_INFINITY : speedup;
  }

  /** Why the run cannot be compared with the first; empty when it can. */
  public List<SetUpDifference> differencesFromFirst(int run) {
    return mismatches.stream()
        .filter(mismatch -> mismatch.run() == run)
        .flatMap(mismatch -> mismatch.differences().stream())
        .toList();
  }

  private static List<Category> categories(List<RunRecord> records) {
    return IntStream.range(0, records.size())
        .boxed()
        .flatMap(
            run ->
                CategoryFigures.of(records.get(run)).stream()
                    .map(figures -> new Category(run, figures)))
        .toList();
  }

  private static List<Group> groups(List<RunSummary> runs) {
    List<Group> groups = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      int index = run;
      runs.get(run).results().stream()
          .sorted(
              Comparator.comparing(
                  (RunResult result) -> result.length().orElse(null),
                  Comparator.nullsLast(Comparator.naturalOrder())))
          .forEach(result -> groups.add(new Group(index, result)));
    }
    return groups;
  }

  /** The speedup of a run at each of its K. */
  public List<Interval> speedups(int run) {
    return runs.get(run).results().stream().map(RunResult::speedup).toList();
  }

  private static List<Steadiness> steadiness(List<RunRecord> records) {
    return records.stream().map(RunRecord::samples).map(Steadiness::of).toList();
  }

  private static List<Mismatch> mismatches(List<RunRecord> records) {
    List<Mismatch> mismatches = new ArrayList<>();
    for (int run = 1; run < records.size(); run++) {
      List<SetUpDifference> differences =
          Comparability.differences(records.getFirst(), records.get(run));
      if (!differences.isEmpty()) {
        mismatches.add(new Mismatch(run, differences));
      }
    }
    return mismatches;
  }
}
