package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.live.VerdictViewModel;
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
}
