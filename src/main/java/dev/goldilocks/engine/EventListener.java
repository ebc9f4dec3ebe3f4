package dev.goldilocks.engine;

import java.time.Duration;

/**
 * Hears what happens in a run or a probe, in order.
 *
 * @param <E> what happens
 */
interface EventListener<E> {

  /**
   * Something happened.
   *
   * @param event what it was
   * @param line the same as one line of JSON, as it came
   * @param ago how long before now, not negative
   */
  void heard(E event, String line, Duration ago);
}
