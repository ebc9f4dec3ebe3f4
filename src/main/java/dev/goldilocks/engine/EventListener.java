package dev.goldilocks.engine;

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
   */
  void heard(E event, String line);
}
