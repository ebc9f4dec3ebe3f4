package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.problem.ProblemException;

/**
 * What host and engine process say to each other in one run or probe.
 *
 * @param <E> what happens in it
 */
interface Conversation<E> {

  /** The line that asks for it. */
  String request();

  /** Threads that it asks for. */
  int threads();

  /**
   * The event that a line holds.
   *
   * @throws ProblemException when the line is not one
   */
  E read(String line);

  /** One line for an event. */
  String write(E event);

  /** Whether nothing comes after an event. */
  boolean ends(E event);

  /** The end of one that was cancelled. */
  E cancelled();

  /**
   * The end of one that failed.
   *
   * @param sentence what, where and what to do
   */
  E failed(String sentence, FailureKind kind);
}
