package dev.goldilocks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs a few tasks at once and waits for all of them. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;

  Workers(int count) {
    threads = Executors.newFixedThreadPool(count);
  }

  /**
   * The tasks' results, in the tasks' order.
   *
   * @throws IllegalStateException if a task failed, or if the calling thread is interrupted
   */
  <T> List<T> all(List<Callable<T>> tasks) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a training task failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
