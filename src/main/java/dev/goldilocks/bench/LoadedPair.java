package dev.goldilocks.bench;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Tokenizer;
import java.util.Set;

/**
 * Two models ready to run. Whoever made them closes them.
 *
 * @param target the model whose text is wanted
 * @param draft the model that guesses
 * @param tokenizer of both
 * @param endOfSequenceIds ids that end a text
 */
public record LoadedPair(
    LanguageModel target, LanguageModel draft, Tokenizer tokenizer, Set<Integer> endOfSequenceIds) {

  public LoadedPair {
    endOfSequenceIds = Set.copyOf(endOfSequenceIds);
  }
}
