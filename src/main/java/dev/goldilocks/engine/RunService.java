package dev.goldilocks.engine;

import dev.goldilocks.bench.RunSpec;

/**
 * Takes runs. One worker for each device, so that no two runs disturb each other; further runs
 * queue.
 */
public interface RunService extends AutoCloseable {

  /** Queues a run. */
  RunHandle submit(RunSpec spec);

  /** Cancels what runs or queues, and waits until every engine process is gone. */
  @Override
  void close();
}
