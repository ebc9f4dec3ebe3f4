package dev.goldilocks.decode;

import dev.goldilocks.problem.ProblemException;

/** Looks at the ids of a prompt, from a tokenizer that can have more tokens than the model. */
final class PromptIds {

  private PromptIds() {}

  /**
   * Makes sure that there is a prompt and that the target knows every id of it. A draft has the
   * same ids as its target.
   *
   * @param vocabularySize the target's
   * @throws ProblemException when it is empty, or has another id
   */
  static void require(int[] prompt, int vocabularySize) {
    if (prompt.length == 0) {
      throw new ProblemException("The prompt is empty; give a text of at least one token.");
    }
    for (int id : prompt) {
      if (id < 0 || id >= vocabularySize) {
        throw new ProblemException(
            "The tokenizer gives the prompt the id %d, and the target's ids end at %d; leave that token's text out of the prompt, or give the target the tokenizer.json that belongs to it."
                .formatted(id, vocabularySize - 1));
      }
    }
  }
}
