package dev.goldilocks.bench;

/** What goes on in a run, or how it ended. */
public sealed interface RunActivity {

  /** It waits for its turn on the device. */
  record Waiting() implements RunActivity {}

  /** Its engine is being started. */
  record StartingEngine() implements RunActivity {}

  /** The ceilings of memory and arithmetic are measured. */
  record MeasuringCeilings() implements RunActivity {}

  /** A model is loaded. */
  record Loading(Role role) implements RunActivity {}

  /** The order of the pairs is drawn, and kernels are prepared. */
  record Planning() implements RunActivity {}

  /**
   * Passes are run that nobody times.
   *
   * @param done how many of them
   * @param total out of how many
   */
  record WarmingUp(int done, int total) implements RunActivity {}

  /**
   * A side of a pair is measured.
   *
   * @param pair the pair, counted from 1
   * @param pairs how many are planned
   */
  record Measuring(Side side, int pair, int pairs) implements RunActivity {}

  /** All is measured; the models read the texts once more for their probabilities. */
  record Reviewing() implements RunActivity {}

  /**
   * It has ended.
   *
   * @param done measured pairs
   * @param planned pairs that were planned
   */
  record Finished(int done, int planned) implements RunActivity {}

  /**
   * It was cancelled.
   *
   * @param done measured pairs
   * @param planned pairs that were planned; 0 when it had not come so far
   */
  record Cancelled(int done, int planned) implements RunActivity {}

  /**
   * It failed.
   *
   * @param why in one sentence
   */
  record Failed(String why) implements RunActivity {}
}
