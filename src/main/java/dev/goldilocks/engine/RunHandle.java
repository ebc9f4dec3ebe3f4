package dev.goldilocks.engine;

import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.RunSpec;
import java.util.concurrent.CompletableFuture;

/** A run that was handed to the engine. Safe for use by several threads. */
public interface RunHandle {

  /** The run's id; the record has the same. */
  String id();

  /** What was asked. */
  RunSpec spec();

  /** The run as it stands now; cheap, never blocks. */
  RunSnapshot snapshot();

  /**
   * Asks the engine to stop, and kills it after a grace time. Returns at once; the outcome tells.
   */
  void cancel();

  /** Completes, never exceptionally, when the run has ended and its engine process is gone. */
  CompletableFuture<RunOutcome> outcome();
}
