package dev.goldilocks.decode;

import dev.goldilocks.problem.ProblemException;

/**
 * How the next token is chosen from the target's logits. Filters apply in the order of the
 * transformers library: temperature, then top-k, then top-p.
 *
 * @param temperature 0 for greedy decoding (the arg max), otherwise the divisor of the logits, up
 *     to 10
 * @param topK number of most probable tokens that stay candidates; 0 keeps all
 * @param topP smallest probability mass that the candidates must reach, in (0, 1]; 1 keeps all
 * @param seed seed of every random draw of the run; unused when greedy except for the order of
 *     pairs
 */
public record Sampling(double temperature, int topK, double topP, long seed) {

  public Sampling {
    if (!(temperature >= 0 && temperature <= 10)) {
      throw new ProblemException(
          "The temperature is " + temperature + "; give a number from 0 (greedy) to 10.");
    }
    if (topK < 0) {
      throw new ProblemException("Top-k is " + topK + "; give 0 (off) or a positive number.");
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new ProblemException("Top-p is " + topP + "; give a number over 0 and up to 1 (off).");
    }
  }

  /** Greedy decoding; the seed still fixes the order of pairs. */
  public static Sampling greedy(long seed) {
    return new Sampling(0, 0, 1, seed);
  }

  /** Whether the arg max is always taken. */
  public boolean isGreedy() {
    return temperature == 0;
  }
}
