package dev.goldilocks.engine;

import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A probe that was handed to the engine. Safe for use by several threads. */
public interface ProbeHandle {

  /** What was asked. */
  ProbeRequest request();

  /** How far it is; empty while it waits for its device. Cheap, never blocks. */
  Optional<ProbeStage> stage();

  /**
   * Asks the engine to stop, and kills it after a grace time. Returns at once; the outcome tells.
   */
  void cancel();

  /** Completes, never exceptionally, when the probe has ended and its engine process is gone. */
  CompletableFuture<ProbeOutcome> outcome();
}
