package dev.goldilocks.bench;

import java.util.List;

/**
 * The probabilities of a speculative text.
 *
 * @param pairs positions in the run of the pairs that wrote it, ascending, at least one
 * @param tokens an element for each of its tokens
 */
public record TextProbabilities(List<Integer> pairs, List<WrittenToken> tokens) {

  public TextProbabilities {
    pairs = List.copyOf(pairs);
    tokens = List.copyOf(tokens);
  }
}
