package dev.goldilocks.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {

  private static final long BLOCK = 200L << 20;
  private static final long NOISE = 100L << 20;

  @TempDir Path folder;

  @Test
  void readsResidentBytesAndTheirPeak() throws IOException {
    Path status = folder.resolve("status");
    Files.writeString(
        status, "Name:\tjava\nVmPeak:\t 9000 kB\nVmHWM:\t    3000 kB\nVmRSS:\t    2132 kB\n");

    assertThat(new LinuxProcessMemory(folder).read())
        .isEqualTo(new MemoryReading(2132 * 1024, 3000 * 1024));
  }

  @Test
  void failsWhereTheSystemDoesNotTell() throws IOException {
    Path status = folder.resolve("status");
    Files.writeString(status, "Name:\tjava\n");

    assertThatThrownBy(() -> new LinuxProcessMemory(folder).read())
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage(folder + " has no VmRSS:");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPeakThatIsForgottenDoesNotCount() {
    ProcessMemory memory = ProcessMemory.ofThisProcess();
    MemoryReading during;
    try (Arena arena = Arena.ofConfined()) {
      arena.allocate(BLOCK).fill((byte) 1);
      during = memory.read();
    }
    memory.forgetPeak();

    assertThat(memory.read().peakBytes()).isLessThan(during.residentBytes() - BLOCK / 2);
  }

  @Test
  void whereTheKernelDoesNotForgetTheHighestReadingFromThenOnCounts() throws IOException {
    Files.createDirectory(folder.resolve("clear_refs"));
    Files.writeString(folder.resolve("status"), "VmHWM:\t 9000 kB\nVmRSS:\t 8000 kB\n");
    ProcessMemory memory = new LinuxProcessMemory(folder);
    memory.read();
    memory.forgetPeak();
    Files.writeString(folder.resolve("status"), "VmHWM:\t 9000 kB\nVmRSS:\t 2000 kB\n");
    memory.read();
    Files.writeString(folder.resolve("status"), "VmHWM:\t 9000 kB\nVmRSS:\t 1000 kB\n");

    assertThat(memory.read()).isEqualTo(new MemoryReading(1000 * 1024, 2000 * 1024));
  }

  @Test
  void seesMemoryThatIsTakenAndGivenBack() {
    ProcessMemory memory = ProcessMemory.ofThisProcess();
    long before = memory.read().residentBytes();
    MemoryReading during;
    try (Arena arena = Arena.ofConfined()) {
      arena.allocate(BLOCK).fill((byte) 1);
      during = memory.read();
    }
    MemoryReading after = memory.read();

    assertThat(during.residentBytes() - before).isCloseTo(BLOCK, within(NOISE));
    assertThat(during.residentBytes() - after.residentBytes()).isCloseTo(BLOCK, within(NOISE));
    assertThat(after.peakBytes()).isGreaterThanOrEqualTo(during.residentBytes() - NOISE / 100);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsTheSameThroughOshi() {
    ProcessMemory oshi = new OshiProcessMemory();
    ProcessMemory linux = new LinuxProcessMemory(Path.of("/proc/self"));

    assertThat(oshi.read().residentBytes()).isCloseTo(linux.read().residentBytes(), within(NOISE));
  }

  @Test
  void keepsThePeakOfItsReadingsThroughOshi() {
    ProcessMemory oshi = new OshiProcessMemory();
    MemoryReading during;
    try (Arena arena = Arena.ofConfined()) {
      arena.allocate(BLOCK).fill((byte) 1);
      during = oshi.read();
    }
    MemoryReading after = oshi.read();

    assertThat(after.residentBytes()).isLessThan(during.residentBytes());
    assertThat(after.peakBytes()).isEqualTo(during.residentBytes());
  }
}
