package dev.goldilocks.bench;

import java.util.OptionalInt;

/**
 * A token of a round: drafted, written, or both.
 *
 * @param id the token
 * @param fate what became of it
 * @param position its place in the text, from 0; of a rejected token the place of the correction.
 *     Empty of tokens that no text has a place for.
 */
public record TimelineToken(int id, Fate fate, OptionalInt position) {

  /** What becomes of a token. */
  public enum Fate {
    /** Drafted, and the target agreed. */
    ACCEPTED,
    /** Drafted, and the target wrote another: the first such token of its round. */
    REJECTED,
    /** Drafted after the rejected one, on a text that was not to be: the target never judged it. */
    NOT_JUDGED,
    /** Drafted behind a token that ended the text. */
    BEHIND_END,
    /** Written by the target in place of the rejected one. */
    CORRECTED,
    /** Written by the target after all that was drafted had been accepted. */
    BONUS,
    /** Written by the target where nothing was drafted. */
    TARGET
  }

  /** Whether the text holds it. */
  public boolean isWritten() {
    return switch (fate) {
      case ACCEPTED, CORRECTED, BONUS, TARGET -> true;
      case REJECTED, NOT_JUDGED, BEHIND_END -> false;
    };
  }
}
