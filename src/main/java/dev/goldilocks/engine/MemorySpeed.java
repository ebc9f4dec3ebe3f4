package dev.goldilocks.engine;

import java.util.List;

/** Measures how fast memory is read. */
@FunctionalInterface
interface MemorySpeed {

  /** Read bandwidth of all threads together. */
  double bytesPerSecond() throws InterruptedException;

  /** The middle one of readings. */
  static double median(List<Double> readings) {
    return readings.stream().sorted().toList().get(readings.size() / 2);
  }
}
