package dev.goldilocks.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processor time from the first line of {@code /proc/stat}; see proc_stat(5). */
final class LinuxProcessorTime implements ProcessorTime {

  /** A tick of the kernel's clock for programs, {@code USER_HZ} of them a second. */
  private static final Duration TICK = Duration.ofMillis(10);

  /**
   * User, nice, system, then irq, softirq, steal; idle and iowait lie between, guests are users.
   */
  private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7, 8);

  private final Path stat;

  LinuxProcessorTime(Path stat) {
    this.stat = stat;
  }

  @Override
  public Duration busy() {
    String[] fields = lines().getFirst().split(" +", -1);
    if (!fields[0].equals("cpu") || fields.length < 9) {
      throw new UncheckedIOException(
          new IOException(stat + " does not begin with the times of all processors"));
    }
    return TICK.multipliedBy(BUSY.stream().mapToLong(i -> Long.parseLong(fields[i])).sum());
  }

  /** Each has a line of its own, {@code cpu0} and so on. */
  @Override
  public int cores() {
    return (int) lines().stream().filter(line -> line.matches("cpu\\d+ .*")).count();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(stat);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
