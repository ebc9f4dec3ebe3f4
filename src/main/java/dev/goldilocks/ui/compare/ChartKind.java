package dev.goldilocks.ui.compare;

/** What the chart of a comparison shows. */
public enum ChartKind {
  /** Decode tokens/s of both sides, as bars. */
  SPEED,
  /** The speedup over K, a line for each run. */
  SPEEDUP_OVER_K
}
