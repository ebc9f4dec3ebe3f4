package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Carries out a run in this process. */
interface Session {

  /**
   * Carries out one run on the calling thread.
   *
   * @param events hears every event but the last, from several threads
   * @param cancelled asked now and then; once it says yes the run stops soon
   * @return the last event: {@code Finished}, {@code Cancelled} or {@code Failed}
   */
  RunEvent run(RunSpec spec, Consumer<RunEvent> events, BooleanSupplier cancelled);
}
