package dev.goldilocks.hardware;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How fast threads can read memory when they do nothing else: the ceiling of a pass that must read
 * every weight once. Measured as STREAM does (McCalpin 1995): arrays far larger than the last-level
 * cache, several passes over them, and the best pass counts, because whatever disturbs a pass only
 * makes it slower.
 */
public final class ReadBandwidth {

  /** Several times the last-level cache of today's processors. */
  private static final long DEFAULT_BYTES = 1L << 30;

  private static final int DEFAULT_PASSES = 15;
  private static final long ALIGNMENT = 64;

  private ReadBandwidth() {}

  /**
   * Measures for about half a second, and takes 1 GiB of memory outside the heap while it does.
   *
   * @param threads threads that read at once, at least 1
   * @return bytes per second of all threads together
   * @throws InterruptedException when the calling thread is interrupted
   */
  public static double bytesPerSecond(int threads) throws InterruptedException {
    return bytesPerSecond(threads, DEFAULT_BYTES, DEFAULT_PASSES);
  }

  /**
   * @param bytes size of what is read, shared out evenly
   * @param passes how often it is read
   */
  static double bytesPerSecond(int threads, long bytes, int passes) throws InterruptedException {
    long elements = bytes / threads / Long.BYTES;
    CyclicBarrier start = new CyclicBarrier(threads);
    try (Arena arena = Arena.ofShared();
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<Passes>> readers = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        MemorySegment memory = arena.allocate(elements * Long.BYTES, ALIGNMENT);
        readers.add(() -> read(memory, passes, start));
      }
      List<Passes> results = new ArrayList<>();
      for (Future<Passes> reader : pool.invokeAll(readers)) {
        results.add(reader.get());
      }
      return elements * Long.BYTES * threads * 1e9 / bestNanos(results);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reader failed", e.getCause());
    }
  }

  /** One thread's part. It writes its memory first, so that the system places it close by. */
  private static Passes read(MemorySegment memory, int passes, CyclicBarrier start)
      throws BrokenBarrierException, InterruptedException {
    long elements = memory.byteSize() / Long.BYTES;
    for (long i = 0; i < elements; i++) {
      memory.setAtIndex(ValueLayout.JAVA_LONG, i, 1);
    }
    long[] starts = new long[passes];
    long[] ends = new long[passes];
    long sum = 0;
    for (int pass = 0; pass < passes; pass++) {
      start.await();
      starts[pass] = System.nanoTime();
      sum += sum(memory, elements);
      ends[pass] = System.nanoTime();
    }
    if (sum != elements * passes) {
      throw new IllegalStateException("not all memory was read");
    }
    return new Passes(starts, ends);
  }

  /** The compiler turns this loop into vector loads. */
  private static long sum(MemorySegment memory, long elements) {
    long sum = 0;
    for (long i = 0; i < elements; i++) {
      sum += memory.getAtIndex(ValueLayout.JAVA_LONG, i);
    }
    return sum;
  }

  /** The shortest pass, from the first thread's start to the last thread's end. */
  static long bestNanos(List<Passes> threads) {
    return IntStream.range(0, threads.getFirst().starts().length)
        .mapToLong(
            pass ->
                threads.stream().mapToLong(thread -> thread.ends()[pass]).max().orElseThrow()
                    - threads.stream()
                        .mapToLong(thread -> thread.starts()[pass])
                        .min()
                        .orElseThrow())
        .min()
        .orElseThrow();
  }

  /**
   * When a thread began and ended each pass.
   *
   * @param starts in nanoseconds of {@link System#nanoTime()}
   * @param ends likewise
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; filled while the clock runs.
  record Passes(long[] starts, long[] ends) {}
}
