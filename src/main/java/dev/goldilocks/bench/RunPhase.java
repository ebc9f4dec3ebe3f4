package dev.goldilocks.bench;

/** How far a run is. */
public enum RunPhase {
  QUEUED,
  STARTING,
  PROBING,
  LOADING,
  WARMING_UP,
  MEASURING,
  FINISHED,
  CANCELLED,
  FAILED
}
