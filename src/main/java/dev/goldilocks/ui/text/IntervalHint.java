package dev.goldilocks.ui.text;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.RunResult;

/**
 * The interval of a figure in words, for where there is no room beside the figure.
 *
 * @param texts the window's words
 */
public record IntervalHint(Texts texts) {

  /**
   * The interval, or why there is none; empty when there is no figure either.
   *
   * @param result the figures that it is one of
   */
  public String of(MeasuredText figure, RunResult result) {
    if (figure.figure().equals(FigureFormat.UNDEFINED)) {
      return "";
    }
    if (!figure.interval().equals(FigureFormat.UNDEFINED)) {
      return texts.of("interval.is", figure.interval());
    }
    return result.speedup().knownPairs().isPresent()
        ? texts.of("interval.few", Bootstrap.FEWEST_UNITS)
        : texts.of("interval.not.given");
  }
}
