package dev.goldilocks.bench;

/** How far a run is. */
public enum RunPhase {
  QUEUED,
  STARTING,
  LOADING,
  WARMING_UP,
  MEASURING,
  FINISHED,
  CANCELLED,
  FAILED
}
