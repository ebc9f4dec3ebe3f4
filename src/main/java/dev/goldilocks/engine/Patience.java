package dev.goldilocks.engine;

import java.time.Duration;

/**
 * How long the host waits for an engine process.
 *
 * @param toStop from asking it to stop, or from its last event, to killing it
 * @param silent without any event, after which people are told that it may be stuck
 */
record Patience(Duration toStop, Duration silent) {

  /** A pass of a large model takes seconds; memory is read four times a second. */
  static final Patience DEFAULT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30));
}
