package dev.goldilocks.bench;

/**
 * A stretch of the text as it is written.
 *
 * @param origin where its tokens came from
 * @param text the characters
 */
public record TextPiece(Origin origin, String text) {

  /** Where tokens came from. */
  public enum Origin {
    /** The target alone. */
    TARGET,
    /** Drafted and accepted. */
    ACCEPTED,
    /** The target's, in place of a rejected token. */
    CORRECTED,
    /** The target's, after a draft that was accepted whole. */
    BONUS
  }
}
