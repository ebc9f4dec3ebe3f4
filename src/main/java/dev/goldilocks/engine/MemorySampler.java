package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.hardware.MemoryReading;
import dev.goldilocks.hardware.ProcessMemory;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the memory of this process now and then, on a thread of its own, until it is closed. Where
 * the system does not tell, it gives up: a run without figures for memory is still a run.
 */
final class MemorySampler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MemorySampler.class);

  private final ProcessMemory memory;
  private final Consumer<RunEvent> events;
  private final Duration interval;
  private final long startedAt = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("memory-sampler").factory());
  private volatile long peakBytes;

  /**
   * @param events hears each reading, one at a time
   */
  MemorySampler(ProcessMemory memory, Duration interval, Consumer<RunEvent> events) {
    this.memory = memory;
    this.interval = interval;
    this.events = events;
  }

  /** Forgets what the process took before, reads for the first time, and from now on. */
  void start() {
    memory.forgetPeak();
    sample();
    if (!clock.isShutdown()) {
      ScheduledFuture<?> _ =
          clock.scheduleWithFixedDelay(
              this::sample, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void sample() {
    try {
      MemoryReading reading = memory.read();
      peakBytes = Math.max(peakBytes, reading.peakBytes());
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
      events.accept(new RunEvent.MemoryRead(millis, reading.residentBytes()));
    } catch (UncheckedIOException e) {
      LOG.warn("Memory is not measured: {}", e.getMessage());
      clock.shutdown();
    }
  }

  /** Highest memory so far in bytes; 0 when the system does not tell. */
  long peakBytes() {
    return peakBytes;
  }

  /** Reads once more and stops; nothing comes afterwards. */
  @Override
  public void close() {
    clock.close();
    sample();
  }
}
