package dev.goldilocks.torch;

import java.util.function.LongSupplier;

/**
 * How fast the library's threads can read memory when they do nothing else: the ceiling of a pass
 * that must read every weight once. Measured as STREAM does (McCalpin 1995): a block far larger
 * than the last-level cache, several passes over it, and the best pass counts, because whatever
 * disturbs a pass only makes it slower.
 *
 * <p>The library's own vectorised sum does the reading, in the threads and in the kind of memory
 * that a model's passes have. A loop in Java is as fast only once the optimising compiler has seen
 * it, and a tenth of that in a machine started without that compiler.
 */
final class ReadBandwidth implements AutoCloseable {

  /** Several times the last-level cache of today's processors. */
  static final long DEFAULT_BYTES = 1L << 30;

  static final int DEFAULT_PASSES = 15;

  private final Program program;
  private final long elements;
  private final LongSupplier nanoTime;

  private ReadBandwidth(Program program, long elements, LongSupplier nanoTime) {
    this.program = program;
    this.elements = elements;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes the memory, outside the heap, and writes it once; it is given back by {@link #close()}.
   *
   * @param source text of the memory program
   * @param bytes how much, a multiple of 8
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  static ReadBandwidth prepare(String source, long bytes, LongSupplier nanoTime) {
    long elements = bytes / Long.BYTES;
    Program program =
        Program.compile(new ModuleArchive("MemoryProgram", source).emptyList("block"));
    try (Arguments size = new Arguments().number(elements)) {
      program.run("allocate", size);
      return new ReadBandwidth(program, elements, nanoTime);
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  /**
   * Reads everything so many times.
   *
   * @param passes at least 1
   * @return bytes a second of all threads together, in the best pass
   */
  double bytesPerSecond(int passes) {
    long best = Long.MAX_VALUE;
    for (int pass = 0; pass < passes; pass++) {
      long start = nanoTime.getAsLong();
      long sum = read();
      best = Math.min(best, nanoTime.getAsLong() - start);
      if (sum != elements) {
        throw new IllegalStateException("not all memory was read");
      }
    }
    return elements * Long.BYTES * 1e9 / best;
  }

  private long read() {
    try (Arguments none = new Arguments()) {
      return program.number("read", none);
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
