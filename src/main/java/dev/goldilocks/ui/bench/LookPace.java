package dev.goldilocks.ui.bench;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * When to look at a run by the clock. One that is timed on every processor there is loses speed
 * with every look, so that it is looked at after each pair, when nothing is timed, and by the clock
 * only when a pair takes long. See {@code docs/adr/watching-a-timed-run.md}.
 */
final class LookPace {

  /** Longest time that a crowded run goes on unseen. */
  static final Duration IN_A_CROWD = Duration.ofSeconds(1);

  private final LongSupplier nanoTime;
  private OptionalLong lookedAt = OptionalLong.empty();

  /**
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  LookPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes that somebody looked. */
  void looked() {
    lookedAt = OptionalLong.of(nanoTime.getAsLong());
  }

  /**
   * Whether to look now.
   *
   * @param crowded whether a run is being timed on every processor
   */
  boolean isDue(boolean crowded) {
    return !crowded
        || lookedAt.isEmpty()
        || nanoTime.getAsLong() - lookedAt.getAsLong() >= IN_A_CROWD.toNanos();
  }
}
