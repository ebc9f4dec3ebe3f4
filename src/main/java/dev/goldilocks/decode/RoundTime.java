package dev.goldilocks.decode;

/**
 * The ledger of one round, in nanoseconds of {@link System#nanoTime()}.
 *
 * @param draftNanos in the drafter
 * @param verifyNanos in the target's verification, acceptance included
 * @param totalNanos the whole round; what draft and verify leave over is the host's
 */
public record RoundTime(long draftNanos, long verifyNanos, long totalNanos) {

  public RoundTime {
    if (draftNanos < 0 || verifyNanos < 0 || totalNanos < 0) {
      throw new IllegalArgumentException(
          draftNanos + " + " + verifyNanos + " ns of " + totalNanos + " ns");
    }
  }

  /** Time in neither model: bookkeeping between the calls. */
  public long hostNanos() {
    return totalNanos - draftNanos - verifyNanos;
  }
}
