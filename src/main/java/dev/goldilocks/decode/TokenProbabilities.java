package dev.goldilocks.decode;

import java.util.List;

/**
 * How probable a model found tokens at one place of a text.
 *
 * @param ofCandidates probability of each token that was asked about, in [0, 1]
 * @param best id of the most probable token of the whole vocabulary, of equals the lowest
 * @param ofBest its probability
 */
public record TokenProbabilities(List<Double> ofCandidates, int best, double ofBest) {

  public TokenProbabilities {
    ofCandidates = List.copyOf(ofCandidates);
  }
}
