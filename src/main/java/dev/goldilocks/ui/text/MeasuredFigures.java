package dev.goldilocks.ui.text;

import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.SideIntervals;

/**
 * The figures at one K, each with its interval, as every table and strip of the window writes them.
 *
 * @param figures how numbers are written
 */
public record MeasuredFigures(FigureFormat figures) {

  /** Geometric mean of the pairs' ratios. */
  public MeasuredText speedup(RunResult result) {
    return new MeasuredText(
        figures.ratio(result.speedup().value()), figures.ends(result.speedup()));
  }

  /** Decode tokens/s of the target alone. */
  public MeasuredText baseline(RunResult result) {
    return speed(result.baseline(), result.intervals().baseline());
  }

  /** Decode tokens/s with the draft. */
  public MeasuredText speculative(RunResult result) {
    return speed(result.speculative(), result.intervals().speculative());
  }

  private MeasuredText speed(SideFigures side, SideIntervals intervals) {
    return number(side.decodeTokensPerSecond(), intervals.decodeTokensPerSecond());
  }

  /** Accepted over drafted, as a percentage. */
  public MeasuredText acceptanceRate(RunResult result) {
    return new MeasuredText(
        figures.percent(result.acceptanceRate()),
        figures.percentEnds(result.intervals().acceptanceRate()));
  }

  /** Tokens a round. */
  public MeasuredText acceptanceLength(RunResult result) {
    return number(result.meanAcceptanceLength(), result.intervals().meanAcceptanceLength());
  }

  /** Acceptance probability of one token. */
  public MeasuredText alpha(RunResult result) {
    return number(result.alpha(), result.intervals().alpha());
  }

  /** Time to the first token of the target alone, in milliseconds. */
  public MeasuredText baselineFirst(RunResult result) {
    return first(result.baseline(), result.intervals().baseline());
  }

  /** Time to the first token with the draft, in milliseconds. */
  public MeasuredText speculativeFirst(RunResult result) {
    return first(result.speculative(), result.intervals().speculative());
  }

  private MeasuredText first(SideFigures side, SideIntervals intervals) {
    return number(side.timeToFirstTokenMs(), intervals.timeToFirstTokenMs());
  }

  private MeasuredText number(double value, Ends interval) {
    return new MeasuredText(figures.number(value), figures.ends(interval));
  }
}
