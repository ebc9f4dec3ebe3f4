package dev.goldilocks.hardware;

import java.nio.file.Path;

/** Reads the memory of one process. Safe for use by several threads. */
public interface ProcessMemory {

  /**
   * Memory as it is now; takes less than a millisecond.
   *
   * @throws java.io.UncheckedIOException when the system does not tell
   */
  MemoryReading read();

  /** Counts the peak from now on; what came before is forgotten. */
  default void forgetPeak() {}

  /**
   * Memory of this process. On Linux the kernel keeps the peak ({@code VmHWM}); elsewhere it is the
   * highest of the readings, so one that rises and falls between two of them is missed.
   */
  static ProcessMemory ofThisProcess() {
    return switch (OperatingSystem.current()) {
      case LINUX -> new LinuxProcessMemory(Path.of("/proc/self"));
      case OTHER -> new OshiProcessMemory();
    };
  }
}
