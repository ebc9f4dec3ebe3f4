package dev.goldilocks.decode;

/** Guesses the target's next tokens. One text at a time. */
public interface Drafter extends AutoCloseable {

  /** Most tokens of prompt and text that it can follow; {@link Integer#MAX_VALUE} for any. */
  int contextLength();

  /**
   * Starts a text.
   *
   * @param prompt the prompt's ids
   * @param first the first new token, which the target chose
   */
  void begin(int[] prompt, int first, TokenChoice choice);

  /**
   * Proposes tokens after everything that was settled so far.
   *
   * @param count most tokens to propose, at least 1
   * @param stopping when to end before; a drafter without probabilities is certain of every token
   * @return 0 to {@code count} tokens; a drafter that always has a guess returns {@code count},
   *     unless the rule stops it
   */
  Proposal propose(int count, StoppingRule stopping);

  /** Learns what the target made of the last proposal. */
  void settle(Verification verification);

  @Override
  void close();
}
