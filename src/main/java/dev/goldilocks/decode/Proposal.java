package dev.goldilocks.decode;

/**
 * Tokens that a drafter proposes, as a handle: where they live, and with which probabilities, is
 * the model's business.
 */
public interface Proposal extends AutoCloseable {

  /** Number of drafted tokens. */
  int count();

  @Override
  void close();
}
