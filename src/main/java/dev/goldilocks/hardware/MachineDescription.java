package dev.goldilocks.hardware;

import java.nio.file.Path;

/**
 * What the machine is, as far as it decides how fast a model runs.
 *
 * @param cpu processor model
 * @param physicalCores processor cores that the process may use; the hardware threads of a core
 *     count once
 * @param logicalCores logical processors that the process may use, at least {@code physicalCores}
 * @param memoryBytes physical memory in bytes, or the container's share of it
 * @param os operating system and version
 * @param java Java version and vendor
 */
public record MachineDescription(
    String cpu, int physicalCores, int logicalCores, long memoryBytes, String os, String java) {

  /**
   * This machine. Takes a few milliseconds on Linux, where {@code /proc} and {@code /sys} have it
   * all, and up to a second elsewhere, where OSHI asks the system.
   */
  public static MachineDescription ofThisMachine() {
    MachineFacts facts =
        OperatingSystem.current() == OperatingSystem.LINUX
            ? new LinuxMachine(Path.of("/"))
            : new OshiMachine();
    return of(facts, JavaRuntime.current());
  }

  static MachineDescription of(MachineFacts facts, JavaRuntime java) {
    int logical = java.availableProcessors();
    return new MachineDescription(
        facts.cpu(),
        Math.clamp(facts.physicalCores(), 1, logical),
        logical,
        java.memoryBytes(),
        facts.os(),
        java.version());
  }
}
