package dev.goldilocks.engine;

import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeRequest;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Carries out a probe in this process. */
interface ProbeSession {

  /**
   * Carries out one probe on the calling thread.
   *
   * @param events hears every event but the last
   * @param cancelled asked now and then; once it says yes the probe stops soon
   * @return the last event
   */
  ProbeEvent run(ProbeRequest request, Consumer<ProbeEvent> events, BooleanSupplier cancelled);
}
