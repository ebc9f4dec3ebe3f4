package dev.goldilocks.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory from {@code /proc/PID}: {@code status} has it, and {@code 5} written to {@code clear_refs}
 * sets its peak back; see proc_pid_status(5) and proc_pid_clear_refs(5).
 */
final class LinuxProcessMemory implements ProcessMemory {

  private static final String RESET_PEAK = "5";

  private final Path process;
  private boolean kernelKeepsPeak = true;
  private long highestReading;

  /**
   * @param process the process's directory
   */
  LinuxProcessMemory(Path process) {
    this.process = process;
  }

  @Override
  public synchronized MemoryReading read() {
    try {
      String text = Files.readString(process.resolve("status"));
      long resident = bytes(text, "VmRSS:");
      highestReading = Math.max(highestReading, resident);
      return new MemoryReading(resident, kernelKeepsPeak ? bytes(text, "VmHWM:") : highestReading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the kernel does not set its peak back, the highest reading from now on counts. */
  @Override
  public synchronized void forgetPeak() {
    highestReading = 0;
    try {
      Files.writeString(process.resolve("clear_refs"), RESET_PEAK);
    } catch (IOException e) {
      kernelKeepsPeak = false;
    }
  }

  /** A line is {@code VmRSS: 2132 kB}, where kB are 1024 bytes. */
  private long bytes(String text, String field) throws IOException {
    int start = text.indexOf(field);
    int end = text.indexOf(" kB", start);
    if (start < 0 || end < 0) {
      throw new IOException(process + " has no " + field);
    }
    return Long.parseLong(text.substring(start + field.length(), end).strip()) * 1024;
  }
}
