package dev.goldilocks.decode;

import java.util.List;

/**
 * Decides how many tokens each round drafts. What it decides may depend on rounds that are over,
 * and on the draft's probabilities of tokens that are part of the proposal, never on what is left
 * out of it: so the target's distribution is kept whatever the policy. It lives as long as its
 * decoder, and so carries what it learned from one text to the next.
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
   * When the next round's draft ends before it has as many, asked for after {@link #next()} and
   * timed with it.
   */
  StoppingRule stopping();

  /**
   * Learns how a round went, outside of what is timed.
   *
   * @param confidences the probability that the drafter gave to each drafted token; empty when the
   *     rule did not ask for it
   */
  void settled(Step.Round round, List<Double> confidences);
}
