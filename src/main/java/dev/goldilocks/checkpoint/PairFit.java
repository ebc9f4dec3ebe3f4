package dev.goldilocks.checkpoint;

/** Whether a draft can guess for a target. */
public sealed interface PairFit {

  /** Both mean the same by every id. */
  record Fits() implements PairFit {}

  /**
   * They cannot be paired.
   *
   * @param reason what differs, and what to do
   */
  record DoesNotFit(String reason) implements PairFit {}
}
