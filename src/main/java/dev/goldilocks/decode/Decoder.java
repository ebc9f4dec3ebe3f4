package dev.goldilocks.decode;

import java.util.function.Consumer;

/** Writes a text after a prompt. */
public interface Decoder {

  /**
   * Writes one text.
   *
   * @param prompt at least one id; with the limit and the look-ahead it must fit the model's
   *     context
   * @param steps hears each step as soon as it is done, outside the step's own time; may throw
   *     {@link java.util.concurrent.CancellationException} to stop
   */
  Generation decode(int[] prompt, Limits limits, TokenChoice choice, Consumer<Step> steps);
}
