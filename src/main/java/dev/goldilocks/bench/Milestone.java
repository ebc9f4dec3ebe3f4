package dev.goldilocks.bench;

/**
 * A moment of a run at which something was ready.
 *
 * @param kind what
 * @param millis since the run started
 */
public record Milestone(Kind kind, long millis) {

  /** What was ready. */
  public enum Kind {
    /** The target's weights are in memory. */
    TARGET_LOADED,
    /** The draft's weights are in memory, too. */
    DRAFT_LOADED,
    /** Every timed length is warmed up, and measuring begins. */
    WARMED_UP
  }
}
