package dev.goldilocks.decode;

/** Writes a text after a prompt. */
public interface Decoder {

  /**
   * Writes one text.
   *
   * @param prompt at least one id; with the limit and the look-ahead it must fit the model's
   *     context
   * @param listener hears of each step as soon as it is done, outside the step's own time; may
   *     throw {@link java.util.concurrent.CancellationException} to stop
   * @throws dev.goldilocks.problem.ProblemException when the prompt is empty or does not fit
   */
  Generation decode(int[] prompt, Limits limits, TokenChoice choice, DecodeListener listener);
}
