package dev.goldilocks.decode;

import java.util.Collections;
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
  public List<Double> confidences() {
    return Collections.nCopies(tokens.size(), 1.0);
  }

  @Override
  public void close() {}
}
