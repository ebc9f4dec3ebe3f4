package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;

/** Hears what happens in a run, in order. */
interface EventListener {

  /**
   * Something happened.
   *
   * @param event what it was
   * @param line the same as one line of JSON, as it came
   */
  void heard(RunEvent event, String line);
}
