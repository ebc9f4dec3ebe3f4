package dev.goldilocks.bench;

import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;

/**
 * The prompts as they were asked for.
 *
 * @param file prompts in Spec-Bench's form, one JSON object a line
 * @param limit most prompts to take, spread evenly over the categories; {@link Integer#MAX_VALUE}
 *     for all
 */
public record PromptChoice(Path file, int limit) {

  /**
   * @throws ProblemException when the limit is under 1
   */
  public PromptChoice {
    if (limit < 1) {
      throw new ProblemException("The number of prompts is " + limit + "; give at least 1.");
    }
  }
}
