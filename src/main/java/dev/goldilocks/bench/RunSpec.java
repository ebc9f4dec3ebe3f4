package dev.goldilocks.bench;

import dev.goldilocks.decode.Sampling;
import java.util.List;

/**
 * Everything that is asked of a run. Immutable; window and commands build the same one.
 *
 * @param target the model whose text is wanted
 * @param draft the model that guesses
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
    ModelChoice draft,
    String device,
    int threads,
    List<Integer> draftTokens,
    Sampling sampling,
    PromptChoice prompts,
    int maxNewTokens,
    int repeats,
    EndOfSequence endOfSequence) {

  public RunSpec {
    draftTokens = List.copyOf(draftTokens);
  }
}
