package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Drift;
import dev.goldilocks.bench.Evidence;
import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.RunContext;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.bench.Verdict;
import dev.goldilocks.bench.VerdictRules;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.live.VerdictViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A saved run in the list, with the figures of its fastest K.
 *
 * @param run the run
 * @param fastest its figures at the fastest K; empty when it has none
 */
public record RunRow(RunSummary run, Optional<RunResult> fastest) {

  private static final Interval NO_SPEEDUP = new Interval(Double.NaN, Double.NaN, Double.NaN, 0);

  /** The row of a run. */
  public static RunRow of(RunSummary run) {
    return new RunRow(run, VerdictViewModel.fastest(run.results()));
  }

  /** The speedup with its interval; NaN when there is none. */
  public Interval speedup() {
    return fastest.map(RunResult::speedup).orElse(NO_SPEEDUP);
  }

  /** A figure of the fastest K; NaN when there is none. */
  public double figure(ToDoubleFunction<RunResult> of) {
    return fastest.map(of::applyAsDouble).orElse(Double.NaN);
  }

  /**
   * The verdict on the figures that are shown, when it is that something else took the machine
   * while they were measured; empty otherwise, and when nobody can tell.
   */
  public Optional<Verdict> disturbance() {
    return fastest
        .map(result -> VerdictRules.judge(Evidence.of(result, context())))
        .filter(verdict -> verdict.outcome() == Interpretation.DISTURBED);
  }

  private RunContext context() {
    return RunContext.of(
        run.provenance(),
        run.results(),
        new Steadiness(Drift.UNKNOWN, run.steps()),
        List.of(),
        run.limits(),
        run.weights());
  }
}
