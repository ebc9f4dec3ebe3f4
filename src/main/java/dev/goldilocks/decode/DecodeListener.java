package dev.goldilocks.decode;

/** Hears how a text grows. Its own time is counted to no step. */
@FunctionalInterface
public interface DecodeListener {

  /**
   * The first token is there.
   *
   * @param token its id
   * @param prefillNanos time to the first token, the drafter's reading of the prompt included
   */
  default void firstToken(int token, long prefillNanos) {}

  /** A step is done. */
  void stepped(Step step);
}
