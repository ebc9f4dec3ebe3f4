package dev.goldilocks.decode;

/** Writes a text after a prompt. */
public interface Decoder {

  /**
   * Makes sure that a text can be written before it is begun.
   *
   * @param prompt ids of the prompt
   * @param maxNewTokens most tokens after it
   * @throws dev.goldilocks.problem.ProblemException when the prompt is empty, has an id that the
   *     target does not know, or a model's context is too short; the sentence has the numbers
   */
  void requireFit(int[] prompt, int maxNewTokens);

  /**
   * Writes one text.
   *
   * @param prompt at least one id; with the limit and the look-ahead it must fit the model's
   *     context
   * @param listener hears of each step as soon as it is done, outside the step's own time; may
   *     throw {@link java.util.concurrent.CancellationException} to stop
   * @throws dev.goldilocks.problem.ProblemException as {@link #requireFit}
   */
  Generation decode(int[] prompt, Limits limits, TokenChoice choice, DecodeListener listener);
}
