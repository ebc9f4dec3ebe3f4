package dev.goldilocks.ui.setup;

/** Whether the picked models make a pair. */
public sealed interface PairState {

  /** One of them is not picked. */
  record Incomplete() implements PairState {}

  /** It is being found out. */
  record Checking() implements PairState {}

  /** They do. */
  record Fits() implements PairState {}

  /** Nothing has to fit: the tokens are guessed without a model. */
  record NoDraftModel() implements PairState {}

  /**
   * They do not.
   *
   * @param sentence why, and what to do
   */
  record Misfit(String sentence) implements PairState {}
}
