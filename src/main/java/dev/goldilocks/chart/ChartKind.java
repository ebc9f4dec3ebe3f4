package dev.goldilocks.chart;

/** What the chart of a comparison shows. */
public enum ChartKind {
  /** Decode tokens/s of both sides, as bars, with the speedup beside them. */
  SPEED,
  /** The speedup with its interval on a wide axis. */
  SPEEDUP,
  /** The speedup over K, a line for each run. */
  SPEEDUP_OVER_K,
  /** Accepted over drafted tokens, as bars. */
  ACCEPTANCE,
  /** Acceptance by position in the draft, a line for each run. */
  ACCEPTANCE_BY_POSITION,
  /** Tokens a round, as bars. */
  ACCEPTANCE_LENGTH,
  /** Time to first token of both sides, as bars. */
  FIRST_TOKEN,
  /** Peak memory of the engine process, as bars. */
  MEMORY
}
