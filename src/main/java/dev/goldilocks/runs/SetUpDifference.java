package dev.goldilocks.runs;

/**
 * Why the figures of two runs cannot be held against each other.
 *
 * @param part of their set-ups
 * @param kind what is with it
 */
public record SetUpDifference(SetUpPart part, Kind kind) {

  /** What can be with a part of two set-ups. */
  public enum Kind {
    /** It is known of neither run. */
    NEITHER_KNOWN,
    /** It is known of the first run alone. */
    OTHER_UNKNOWN,
    /** It is known of the other run alone. */
    FIRST_UNKNOWN,
    /** It reads the same, and is not. */
    SAME_NAME,
    /** It reads otherwise. */
    OTHER
  }
}
