package dev.goldilocks.hardware;

import java.nio.file.Path;
import java.time.Duration;

/** Processor time that all programs of the machine have taken since it was started. */
interface ProcessorTime {

  /**
   * Summed over cores: it grows by a second each second for every core that is busy, time that
   * other virtual machines took included.
   *
   * @throws java.io.UncheckedIOException when the system does not tell
   */
  Duration busy();

  /** Logical cores that it is summed over. */
  int cores();

  /** That of this machine. */
  static ProcessorTime ofThisMachine() {
    return switch (OperatingSystem.current()) {
      case LINUX -> new LinuxProcessorTime(Path.of("/proc/stat"));
      case OTHER -> new OshiProcessorTime();
    };
  }
}
