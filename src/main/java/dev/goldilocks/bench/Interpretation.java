package dev.goldilocks.bench;

/** What a speedup's interval says. */
public enum Interpretation {
  /** The whole interval lies over 1. */
  FASTER,
  /** The whole interval lies under 1. */
  SLOWER,
  /** The interval holds 1. */
  NO_SIGNIFICANT_DIFFERENCE,
  /** There is a figure, but too few prompts for an interval. */
  TOO_FEW_PROMPTS,
  /** There is a figure of someone else's, whose source gives no interval. */
  INTERVAL_NOT_GIVEN,
  /**
   * There is a figure, of a machine that something else took meanwhile ({@link Steadiness}). An
   * interval alone does not tell.
   */
  DISTURBED,
  /**
   * There is a figure, of texts that mean nothing ({@link RunContext#isTimingOnly}). An interval
   * alone does not tell.
   */
  TIMING_ONLY,
  /** There is no figure. */
  NOTHING_MEASURED;

  /** Reads an interval. */
  public static Interpretation of(Interval speedup) {
    if (Double.isNaN(speedup.value())) {
      return NOTHING_MEASURED;
    }
    if (Double.isNaN(speedup.low()) || Double.isNaN(speedup.high())) {
      return speedup.knownPairs().isPresent() ? TOO_FEW_PROMPTS : INTERVAL_NOT_GIVEN;
    }
    if (speedup.low() > 1) {
      return FASTER;
    }
    return speedup.high() < 1 ? SLOWER : NO_SIGNIFICANT_DIFFERENCE;
  }
}
