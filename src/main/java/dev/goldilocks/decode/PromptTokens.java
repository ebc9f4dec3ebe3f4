package dev.goldilocks.decode;

import dev.goldilocks.problem.ProblemException;

/** The ids of a prompt, from a tokenizer that can have more tokens than the model. */
record PromptTokens(int[] ids) {

  PromptTokens {
    if (ids.length < 1) {
      throw new ProblemException("The prompt is empty; give a text of at least one token.");
    }
  }

  /**
   * Makes sure that the target knows every id. A draft has the same ids as its target.
   *
   * @param vocabularySize the target's
   */
  void requireKnown(int vocabularySize) {
    for (int id : ids) {
      if (id < 0 || id >= vocabularySize) {
        throw new ProblemException(
            "The tokenizer gives the prompt the id %d, and the target's ids end at %d; leave that token's text out of the prompt, or give the target the tokenizer.json that belongs to it."
                .formatted(id, vocabularySize - 1));
      }
    }
  }
}
