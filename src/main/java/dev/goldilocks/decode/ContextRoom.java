package dev.goldilocks.decode;

import dev.goldilocks.problem.ProblemException;

/**
 * What a text needs of a model's context.
 *
 * @param promptTokens length of the prompt in ids
 * @param maxNewTokens most tokens after it
 * @param lookAhead positions past the text that a round may touch: K + 1, or 0 without drafting
 */
record ContextRoom(int promptTokens, int maxNewTokens, int lookAhead) {

  /**
   * @param model what to call the model: target or draft
   */
  void requireWithin(int contextLength, String model) {
    long needed = (long) promptTokens + maxNewTokens + lookAhead;
    if (needed > contextLength) {
      throw new ProblemException(
          "The prompt of "
              + promptTokens
              + (lookAhead == 0 ? " tokens and " : " tokens, ")
              + maxNewTokens
              + " new tokens"
              + (lookAhead == 0 ? "" : " and " + lookAhead + " to look ahead")
              + " make "
              + needed
              + ", and the "
              + model
              + "'s context holds "
              + contextLength
              + "; shorten the prompt or ask for fewer new tokens.");
    }
  }
}
