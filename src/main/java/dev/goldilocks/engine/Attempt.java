package dev.goldilocks.engine;

/** One carrying out of a run, wherever that happens. */
interface Attempt {

  /**
   * Carries the run out on the calling thread and returns when nothing of it is left running. The
   * listener hears every event, always on one thread at a time; the last is {@code Finished},
   * {@code Cancelled} or {@code Failed}.
   */
  void run(EventListener listener);

  /**
   * Asks it to stop; returns at once. It may come from any thread, before, during or after {@link
   * #run}, and more than once.
   */
  void cancel();
}
