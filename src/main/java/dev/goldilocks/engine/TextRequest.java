package dev.goldilocks.engine;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.decode.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A text that is wanted, chosen greedily.
 *
 * @param target the checkpoint's directory
 * @param draft what guesses; empty for plain decoding
 * @param precision format of the weights of both
 * @param threads threads that one operation may use, at least 1
 * @param prompt what the text follows
 * @param maxNewTokens most tokens to write, at least 1
 * @param endOfSequence whether an end-of-sequence token ends the text
 */
public record TextRequest(
    Path target,
    Optional<Draft> draft,
    Precision precision,
    int threads,
    Prompt prompt,
    int maxNewTokens,
    EndOfSequence endOfSequence) {

  /** What guesses. */
  public sealed interface Draft {

    /** How many tokens a round drafts. */
    DraftLength length();

    /**
     * A draft model.
     *
     * @param directory its checkpoint's
     * @param length how many tokens a round drafts
     */
    record Model(Path directory, DraftLength length) implements Draft {}

    /**
     * Earlier places in prompt and text.
     *
     * @param longestMatch most tokens of the text's end that are looked for, at least 1
     * @param length how many tokens a round drafts
     */
    record Lookup(int longestMatch, DraftLength length) implements Draft {}
  }

  /** What a text follows. */
  public sealed interface Prompt {

    /** A text, for the target's tokenizer. */
    record Text(String text) implements Prompt {}

    /** Token ids as they are. */
    record Ids(List<Integer> ids) implements Prompt {
      public Ids {
        ids = List.copyOf(ids);
      }
    }
  }
}
