package dev.goldilocks.decode;

import java.util.random.RandomGenerator;

/** How a model program turns logits into a token: the arg max, or a draw. */
public sealed interface TokenChoice {

  /** Takes the most probable token; of equals, the one with the lowest id. */
  record Greedy() implements TokenChoice {}

  /**
   * Draws from the distribution that {@link Sampling} leaves.
   *
   * @param sampling temperature over 0, top-k and top-p
   * @param uniforms source of the uniform numbers in [0, 1); the model draws them on the host, so
   *     that a seed fixes the text
   */
  record Sampled(Sampling sampling, RandomGenerator uniforms) implements TokenChoice {}
}
