package dev.goldilocks.engine;

import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.hardware.OtherPrograms;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Tells how busy other programs kept the machine since it began to watch. */
@FunctionalInterface
interface BusyWatch {

  /** Cores that they kept busy, on average; empty when the system does not tell. */
  Optional<BusyCores> busyCores();

  /** Begins to watch this machine. */
  static BusyWatch ofThisMachine() {
    try {
      OtherPrograms others = OtherPrograms.ofThisMachine();
      return () -> look(others);
    } catch (UncheckedIOException e) {
      return Optional::empty;
    }
  }

  private static Optional<BusyCores> look(OtherPrograms others) {
    try {
      return others.busyCores();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
