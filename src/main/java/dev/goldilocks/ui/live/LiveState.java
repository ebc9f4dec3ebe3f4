package dev.goldilocks.ui.live;

/** What the live view has to show. */
public enum LiveState {
  /** No run yet. */
  EMPTY,
  /** A run that waits, loads, warms up or measures. */
  RUNNING,
  /** A run that measured everything. */
  FINISHED,
  /** A run that was cancelled. */
  CANCELLED,
  /** A run that failed. */
  FAILED
}
