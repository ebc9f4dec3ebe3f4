package dev.goldilocks.bench;

import dev.goldilocks.decode.UnstatedFormat;
import dev.goldilocks.problem.ProblemException;

/**
 * Drafting without a model; see {@link dev.goldilocks.decode.PromptLookupDrafter}.
 *
 * @param longestMatch most tokens of the text's end that are looked for, at least 1
 */
public record PromptLookup(int longestMatch) implements DraftChoice {

  /** The name used in files and commands. */
  public static final String LABEL = "prompt-lookup";

  /** What people call it. */
  public static final String NAME = "prompt lookup";

  /** As the transformers library does unless told otherwise. */
  public static final PromptLookup USUAL = new PromptLookup(2);

  /** What stands where a run's draft model is described: a name, and nothing that it lacks. */
  public static final ModelDescription DESCRIPTION =
      new ModelDescription(NAME, "", 0, 0, 0, 0, new UnstatedFormat());

  public PromptLookup {
    if (longestMatch < 1) {
      throw new ProblemException(
          "The longest match of prompt lookup is " + longestMatch + "; give at least 1.");
    }
  }
}
