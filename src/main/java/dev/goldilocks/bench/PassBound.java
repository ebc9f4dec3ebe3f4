package dev.goldilocks.bench;

/** What a pass spends most of its time on. */
public enum PassBound {
  /** Reading the weights. */
  MEMORY,
  /** Arithmetic. */
  COMPUTE,
  /** Neither: calls, small operations, and kernels that reach neither ceiling. */
  OVERHEAD
}
