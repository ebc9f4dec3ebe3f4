package dev.goldilocks.bench;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What disturbed a machine while a probe measured it, so that its figures may not hold. */
public sealed interface ProbeDisturbance {

  /** Cores that others may take of those that the probe leaves free: the system's own work. */
  double LEEWAY = 0.3;

  /** The fastest reading of the memory over the slowest from which on its floor means little. */
  double LARGEST_CHANGE = 1.25;

  /** The spread of the passes from which on their median means little. */
  double LARGEST_SPREAD = 0.25;

  /**
   * Other programs took cores that the probe wanted.
   *
   * @param cores that they kept busy, on average
   * @param all logical cores of the machine
   */
  record OtherPrograms(double cores, int all) implements ProbeDisturbance {}

  /**
   * The memory changed its speed: other programs, or other machines on the same host, used it.
   *
   * @param slowest reading in bytes per second
   * @param fastest likewise
   */
  record MemoryChanged(double slowest, double fastest) implements ProbeDisturbance {}

  /**
   * Passes of one length took different times.
   *
   * @param spread the middle half of them, from the shortest to the longest, over their median
   */
  record PassesScattered(double spread) implements ProbeDisturbance {}

  /** What disturbed a probe most directly: a cause before its effects; empty when nothing did. */
  static Optional<ProbeDisturbance> of(Probe probe) {
    ProbeConditions seen = probe.conditions();
    if (seen.otherCores() > seen.cores() - probe.request().threads() + LEEWAY) {
      return Optional.of(new OtherPrograms(seen.otherCores(), seen.cores()));
    }
    List<Double> memory = seen.readBytesPerSecond();
    if (!memory.isEmpty() && Collections.max(memory) > LARGEST_CHANGE * Collections.min(memory)) {
      return Optional.of(new MemoryChanged(Collections.min(memory), Collections.max(memory)));
    }
    return seen.passSpread() > LARGEST_SPREAD
        ? Optional.of(new PassesScattered(seen.passSpread()))
        : Optional.empty();
  }
}
