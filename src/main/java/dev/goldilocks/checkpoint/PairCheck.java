package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Whether two checkpoints make a pair of target and draft: the draft's ids are handed to the target
 * as they are, and its probabilities are compared with the target's one by one, so both must mean
 * the same by every id.
 */
public final class PairCheck {

  private static final String ADVICE = "choose a draft that was made for this target's tokenizer.";

  private PairCheck() {}

  /**
   * Insists that they make a pair.
   *
   * @throws ProblemException with the reason why they do not, or as {@link #check} does
   */
  public static void require(Checkpoint target, Checkpoint draft) {
    switch (check(target, draft)) {
      case PairFit.Fits _ -> {}
      case PairFit.DoesNotFit(String reason) -> throw new ProblemException(reason);
    }
  }

  /**
   * Compares the vocabularies. Reads both {@code tokenizer.json}. The sizes of the models'
   * vocabularies may differ: a draft is loaded {@linkplain Checkpoint#withVocabularySize with the
   * target's}.
   *
   * @throws ProblemException when a tokenizer file cannot be read or is damaged
   */
  public static PairFit check(Checkpoint target, Checkpoint draft) {
    boolean sameSize = target.config().vocabularySize() == draft.config().vocabularySize();
    if (sameSize && sameFile(target, draft)) {
      return new PairFit.Fits();
    }
    SortedMap<Integer, String> known = TokenizerVocabulary.read(target.tokenizerFile());
    return firstDifference(known, TokenizerVocabulary.read(draft.tokenizerFile()))
        .<PairFit>map(
            difference ->
                new PairFit.DoesNotFit(
                    "Id %d is %s in the tokenizer of %s and %s in that of %s; %s"
                        .formatted(
                            difference.id(),
                            difference.inTarget(),
                            target.id(),
                            difference.inDraft(),
                            draft.id(),
                            ADVICE)))
        .orElseGet(() -> sameSize ? new PairFit.Fits() : padded(target, draft, known.lastKey()));
  }

  /**
   * Whether two sizes of vocabulary differ only by rows that fill up a matrix, as those of Qwen2.5
   * 7B and 0.5B do: then no token has an id that one of them lacks.
   */
  private static PairFit padded(Checkpoint target, Checkpoint draft, int highestId) {
    Checkpoint smaller =
        target.config().vocabularySize() < draft.config().vocabularySize() ? target : draft;
    return highestId < smaller.config().vocabularySize()
        ? new PairFit.Fits()
        : new PairFit.DoesNotFit(
            "The tokenizer of %s and %s knows id %d, and %s has a vocab_size of %d; %s"
                .formatted(
                    target.id(),
                    draft.id(),
                    highestId,
                    smaller.id(),
                    smaller.config().vocabularySize(),
                    ADVICE));
  }

  private static boolean sameFile(Checkpoint target, Checkpoint draft) {
    try {
      return Files.mismatch(target.tokenizerFile(), draft.tokenizerFile()) < 0;
    } catch (IOException e) {
      throw new ProblemException(
          "%s and %s cannot be compared (%s); check their permissions and the disk."
              .formatted(
                  target.tokenizerFile(), draft.tokenizerFile(), e.getClass().getSimpleName()),
          e);
    }
  }

  private static Optional<Difference> firstDifference(
      SortedMap<Integer, String> target, SortedMap<Integer, String> draft) {
    if (target.equals(draft)) {
      return Optional.empty();
    }
    TreeSet<Integer> ids = new TreeSet<>(target.keySet());
    ids.addAll(draft.keySet());
    return ids.stream()
        .filter(id -> !Objects.equals(target.get(id), draft.get(id)))
        .findFirst()
        .map(id -> new Difference(id, shown(target.get(id)), shown(draft.get(id))));
  }

  private static String shown(String token) {
    return token == null ? "no token" : "\"" + UntrustedText.shown(token) + "\"";
  }

  private record Difference(int id, String inTarget, String inDraft) {}
}
