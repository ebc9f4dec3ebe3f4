package dev.goldilocks.chart;

/** The charts of a probe. */
public enum ProbeChartKind {
  /** T(n) with its memory floor and its compute floor. */
  PASS_TIMES,
  /** What limits each pass: its shares of memory, compute and overhead. */
  PASS_LIMITS
}
