package dev.goldilocks.decode;

import java.util.OptionalLong;

/**
 * The ledger of one round, in nanoseconds of {@link System#nanoTime()}. Every part is timed by
 * readings of its own, and so is the whole: the difference is the {@linkplain #residualNanos()
 * residual}. The way into native code and back belongs to the call that takes it. The drafter's own
 * choice of tokens is part of the draft: it happens between two of the draft's passes.
 *
 * @param draftNanos in the drafter: proposing, and learning what the target made of it
 * @param verifyNanos in the target's pass over the drafted tokens; acceptance included where {@code
 *     acceptanceNanos} is empty
 * @param acceptanceNanos sampling and acceptance: from the target's logits to the decision, timed
 *     by the model itself; empty where it cannot tell (a device that computes while the program
 *     runs ahead, or a round without a draft)
 * @param hostNanos bookkeeping on the host: deciding how many tokens to draft, letting go of the
 *     proposal, growing the text
 * @param totalNanos the whole round, between two readings outside of all others
 */
public record RoundTime(
    long draftNanos,
    long verifyNanos,
    OptionalLong acceptanceNanos,
    long hostNanos,
    long totalNanos) {

  public RoundTime {
    if (draftNanos < 0
        || verifyNanos < 0
        || acceptanceNanos.orElse(0) < 0
        || hostNanos < 0
        || totalNanos < 0) {
      throw new IllegalArgumentException(
          "draft %d, verify %d, acceptance %s, host %d of %d ns"
              .formatted(draftNanos, verifyNanos, acceptanceNanos, hostNanos, totalNanos));
    }
  }

  /** A round whose acceptance is in the verification; what draft and verify leave is the host's. */
  public RoundTime(long draftNanos, long verifyNanos, long totalNanos) {
    this(
        draftNanos,
        verifyNanos,
        OptionalLong.empty(),
        Math.max(0, totalNanos - draftNanos - verifyNanos),
        totalNanos);
  }

  /** What no reading covers: the whole less its parts. */
  public long residualNanos() {
    return totalNanos - draftNanos - verifyNanos - acceptanceNanos.orElse(0) - hostNanos;
  }
}
