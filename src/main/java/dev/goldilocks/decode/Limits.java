package dev.goldilocks.decode;

import java.util.Set;

/**
 * When a generation ends.
 *
 * @param maxNewTokens most tokens after the prompt, at least 1
 * @param stopIds ids that end the text (they are emitted); empty to ignore the end of sequence
 */
public record Limits(int maxNewTokens, Set<Integer> stopIds) {

  public Limits {
    if (maxNewTokens < 1) {
      throw new IllegalArgumentException("maxNewTokens " + maxNewTokens);
    }
    stopIds = Set.copyOf(stopIds);
  }
}
