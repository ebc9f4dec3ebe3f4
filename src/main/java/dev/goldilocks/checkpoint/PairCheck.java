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
   * Compares the vocabularies. Reads both {@code tokenizer.json}.
   *
   * @throws ProblemException when a tokenizer file cannot be read or is damaged
   */
  public static PairFit check(Checkpoint target, Checkpoint draft) {
    int targetSize = target.config().vocabularySize();
    int draftSize = draft.config().vocabularySize();
    if (targetSize != draftSize) {
      return new PairFit.DoesNotFit(
          "%s has a vocab_size of %d and %s one of %d, and both must be the same; %s"
              .formatted(target.id(), targetSize, draft.id(), draftSize, ADVICE));
    }
    if (sameFile(target, draft)) {
      return new PairFit.Fits();
    }
    return firstDifference(
            TokenizerVocabulary.read(target.tokenizerFile()),
            TokenizerVocabulary.read(draft.tokenizerFile()))
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
        .orElseGet(PairFit.Fits::new);
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
