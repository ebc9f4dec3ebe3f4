package dev.goldilocks.bench;

/** What keeps speculative decoding from being as fast as it could be. */
public enum Cause {
  /** Drafting K tokens takes too long beside a step of the target. */
  DRAFT_TOO_SLOW,
  /** Too few of the drafted tokens are accepted. */
  LOW_ACCEPTANCE,
  /** Checking K + 1 tokens takes longer than writing one, since arithmetic is the limit. */
  VERIFICATION_COMPUTE_BOUND,
  /** Checking K + 1 tokens takes longer than writing one, though the machine could do it faster. */
  VERIFICATION_KERNEL,
  /** Checking K + 1 tokens takes longer than writing one; whether for the machine is not known. */
  VERIFICATION_NOT_FREE,
  /** Too much of a round passes in neither model. */
  HOST_OVERHEAD,
  /** The models hardly fit into memory, so that times are those of swapping. */
  MEMORY_PRESSURE
}
