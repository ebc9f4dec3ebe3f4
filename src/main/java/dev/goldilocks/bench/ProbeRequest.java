package dev.goldilocks.bench;

import dev.goldilocks.problem.ProblemException;

/**
 * What to probe.
 *
 * @param target the model whose passes are timed
 * @param draft what guesses: a model, whose step is timed, or prompt lookup, which has none
 * @param device where both run: {@code cpu}
 * @param threads threads of the device's kernels, at least 1
 */
public record ProbeRequest(ModelChoice target, DraftChoice draft, String device, int threads) {

  /**
   * @throws ProblemException when there are no threads
   */
  public ProbeRequest {
    if (threads < 1) {
      throw new ProblemException("The number of threads is " + threads + "; give at least 1.");
    }
  }
}
