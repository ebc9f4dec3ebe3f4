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
   * Has something done whenever a pair has been measured, in place of what was to be done before.
   * Nothing is timed at that moment, so that looking at the run costs it nothing. It is done on a
   * thread of the host that must not wait.
   */
  void whenPairMeasured(Runnable action);

  /**
   * Asks the engine to stop, and kills it after a grace time. Returns at once; the outcome tells.
   */
  void cancel();

  /** Completes, never exceptionally, when the run has ended and its engine process is gone. */
  CompletableFuture<RunOutcome> outcome();
}
