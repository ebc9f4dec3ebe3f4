package dev.goldilocks.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory from {@code /proc/PID/status}; see proc_pid_status(5). */
final class LinuxProcessMemory implements ProcessMemory {

  private final Path status;

  LinuxProcessMemory(Path status) {
    this.status = status;
  }

  @Override
  public MemoryReading read() {
    try {
      String text = Files.readString(status);
      return new MemoryReading(bytes(text, "VmRSS:"), bytes(text, "VmHWM:"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line is {@code VmRSS: 2132 kB}, where kB are 1024 bytes. */
  private long bytes(String text, String field) throws IOException {
    int start = text.indexOf(field);
    int end = text.indexOf(" kB", start);
    if (start < 0 || end < 0) {
      throw new IOException(status + " has no " + field);
    }
    return Long.parseLong(text.substring(start + field.length(), end).strip()) * 1024;
  }
}
