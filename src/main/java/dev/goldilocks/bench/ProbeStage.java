package dev.goldilocks.bench;

/** How far a probe is, in order. */
public enum ProbeStage {
  /** The library that computes is being started. */
  STARTING,
  /** The memory's read bandwidth is measured. */
  MEMORY,
  /** The peak of the arithmetic is measured in every precision. */
  ARITHMETIC,
  /** The target is being loaded. */
  LOADING_TARGET,
  /** The target's passes are timed. */
  TARGET_PASSES,
  /** The draft is being loaded. */
  LOADING_DRAFT,
  /** The draft's calls are timed. */
  DRAFT_CALLS
}
