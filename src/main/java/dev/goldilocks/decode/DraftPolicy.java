package dev.goldilocks.decode;

/**
 * Decides how many tokens each round drafts. What it decides may depend on rounds that are over,
 * never on tokens that are still to be checked: so the target's distribution is kept whatever the
 * policy. It lives as long as its decoder, and so carries what it learned from one text to the
 * next.
 */
public interface DraftPolicy {

  /** Most tokens that it ever drafts in a round, at least 1. */
  int most();

  /**
   * Tokens to draft in the next round, at most; the token limit may leave room for fewer. What it
   * takes to decide is timed, as the host's.
   *
   * @return 1 to {@link #most()}
   */
  int next();

  /**
   * The probability that the draft must give its own token to go on drafting after it, 0 to 1; 0
   * drafts on whatever happens. See {@link LanguageModel#draft}.
   */
  double confidence();

  /** Learns how a round went, outside of what is timed. */
  void settled(Step.Round round);
}
