package dev.goldilocks.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One worker thread for each device, so that nothing that is measured on it disturbs another
 * measurement. Not safe for use by several threads.
 */
final class DeviceWorkers {

  private final Map<String, ExecutorService> workers = new HashMap<>();

  /** Does work on a device, after all that was asked for before. */
  void execute(String device, Runnable work) {
    workers.computeIfAbsent(device, DeviceWorkers::worker).execute(work);
  }

  /** Takes no more work. */
  void shutdown() {
    workers.values().forEach(ExecutorService::shutdown);
  }

  private static ExecutorService worker(String device) {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("runs-on-" + device).factory());
  }
}
