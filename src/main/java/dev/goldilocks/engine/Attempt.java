package dev.goldilocks.engine;

/**
 * One carrying out of a run or a probe, wherever that happens.
 *
 * @param <E> what happens in it
 */
interface Attempt<E> {

  /**
   * Carries it out on the calling thread and returns when nothing of it is left running. The
   * listener hears every event, always on one thread at a time; the last tells how it ended.
   */
  void run(EventListener<E> listener);

  /**
   * Asks it to stop; returns at once. It may come from any thread, before, during or after {@link
   * #run}, and more than once.
   */
  void cancel();
}
