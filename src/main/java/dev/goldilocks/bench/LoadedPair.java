package dev.goldilocks.bench;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Tokenizer;
import java.util.Set;

/**
 * Both sides of an experiment, ready to run. Whoever made the models closes them.
 *
 * @param target the model whose text is wanted
 * @param second what is measured against the target alone
 * @param tokenizer of the target
 * @param endOfSequenceIds ids that end a text
 */
public record LoadedPair(
    LanguageModel target, SecondSide second, Tokenizer tokenizer, Set<Integer> endOfSequenceIds) {

  public LoadedPair {
    endOfSequenceIds = Set.copyOf(endOfSequenceIds);
  }
}
