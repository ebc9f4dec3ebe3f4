package dev.goldilocks.ui.setup;

/** Whether the picked models make a pair. */
public sealed interface PairFit {

  /** One of them is not picked. */
  record Incomplete() implements PairFit {}

  /** It is being found out. */
  record Checking() implements PairFit {}

  /** They do. */
  record Fits() implements PairFit {}

  /**
   * They do not.
   *
   * @param sentence why, and what to do
   */
  record Misfit(String sentence) implements PairFit {}
}
