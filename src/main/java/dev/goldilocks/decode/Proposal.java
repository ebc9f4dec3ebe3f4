package dev.goldilocks.decode;

import java.util.List;

/**
 * Tokens that a drafter proposes, as a handle: where they live, and with which probabilities, is
 * the model's business.
 */
public interface Proposal extends AutoCloseable {

  /** Number of drafted tokens. */
  int count();

  /**
   * The probability that the drafter gave to each token, 0 to 1; empty when {@link
   * StoppingRule.AtCount} did not ask for it.
   */
  List<Double> confidences();

  @Override
  void close();
}
