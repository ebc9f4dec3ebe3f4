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
 * @param lengths every K and policy to measure
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
    DraftLengths lengths,
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
    for (DraftLength length : lengths.values()) {
      if (draft instanceof PromptLookup && length instanceof DraftLength.Confident) {
        throw new ProblemException(
            length.label()
                + " stops where the draft is unsure, and prompt lookup has no probabilities; take"
                + " a draft model, or a K without @.");
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

  /**
   * A run at fixed values of K.
   *
   * @param draftTokens the values of K to measure, each 1 to 64, ascending, without repeats
   * @throws ProblemException when a figure is out of its range
   */
  public RunSpec(
      ModelChoice target,
      DraftChoice draft,
      String device,
      int threads,
      List<Integer> draftTokens,
      Sampling sampling,
      PromptChoice prompts,
      int maxNewTokens,
      int repeats,
      EndOfSequence endOfSequence) {
    this(
        target,
        draft,
        device,
        threads,
        DraftLengths.of(draftTokens),
        sampling,
        prompts,
        maxNewTokens,
        repeats,
        endOfSequence);
  }

  @Override
  public List<Integer> draftTokens() {
    return lengths.fixed();
  }

  @Override
  public List<DraftLength> draftLengths() {
    return lengths.values();
  }

  /** The same request at other K and policies. */
  public RunSpec withLengths(DraftLengths others) {
    return new RunSpec(
        target,
        draft,
        device,
        threads,
        others,
        sampling,
        prompts,
        maxNewTokens,
        repeats,
        endOfSequence);
  }
}
