package dev.goldilocks.bench;

import dev.goldilocks.decode.Sampling;
import dev.goldilocks.problem.ProblemException;
import java.util.List;

/**
 * Everything that is asked of a run. Immutable; window and commands build the same one.
 *
 * @param target the model whose text is wanted
 * @param draft what guesses: a model, or prompt lookup
 * @param device where both run: {@code cpu}
 * @param threads threads of the device's kernels, at least 1
 * @param draftTokens the values of K to measure, each 1 to 64, ascending, without repeats
 * @param sampling how tokens are chosen, and the seed of everything random
 * @param prompts which prompts
 * @param maxNewTokens tokens to write after each prompt, at least 2
 * @param repeats pairs measured for each prompt and K, at least 1
 * @param endOfSequence whether an end-of-sequence token ends a text
 */
public record RunSpec(
    ModelChoice target,
    DraftChoice draft,
    String device,
    int threads,
    List<Integer> draftTokens,
    Sampling sampling,
    PromptChoice prompts,
    int maxNewTokens,
    int repeats,
    EndOfSequence endOfSequence)
    implements RunConditions {

  /** Most tokens drafted in a round. */
  public static final int MOST_DRAFT_TOKENS = 64;

  /**
   * @throws ProblemException when a figure is out of its range
   */
  public RunSpec {
    draftTokens = List.copyOf(draftTokens);
    if (draftTokens.isEmpty()) {
      throw new ProblemException("No K is given; name at least one, for example 4.");
    }
    for (int k : draftTokens) {
      if (k < 1 || k > MOST_DRAFT_TOKENS) {
        throw new ProblemException(
            "K is " + k + "; give whole numbers from 1 to " + MOST_DRAFT_TOKENS + ".");
      }
    }
    for (int i = 1; i < draftTokens.size(); i++) {
      if (draftTokens.get(i - 1) >= draftTokens.get(i)) {
        throw new ProblemException(
            "The values of K are " + draftTokens + "; give each once, in ascending order.");
      }
    }
    if (threads < 1) {
      throw new ProblemException("The number of threads is " + threads + "; give at least 1.");
    }
    if (maxNewTokens < 2) {
      throw new ProblemException(
          "The number of new tokens is "
              + maxNewTokens
              + "; give at least 2, since speed is measured after the first.");
    }
    if (repeats < 1) {
      throw new ProblemException("The number of repeats is " + repeats + "; give at least 1.");
    }
  }
}
