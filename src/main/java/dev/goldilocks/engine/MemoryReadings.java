package dev.goldilocks.engine;

import java.util.List;

/**
 * Several readings of the memory's speed, bytes per second, that were spread over a measurement.
 */
final class MemoryReadings {

  private MemoryReadings() {}

  /** The middle one, of an even number the upper. */
  static double median(List<Double> readings) {
    return readings.stream().sorted().toList().get(readings.size() / 2);
  }
}
