package dev.goldilocks.decode;

import java.util.List;

/**
 * A proposal without probabilities: each token was certain to its drafter (a distribution of one
 * point), as with prompt lookup.
 *
 * @param tokens drafted ids, in order
 */
public record ProposedTokens(List<Integer> tokens) implements Proposal {

  public ProposedTokens {
    tokens = List.copyOf(tokens);
  }

  @Override
  public int count() {
    return tokens.size();
  }

  @Override
  public void close() {}
}
