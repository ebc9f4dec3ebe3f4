package dev.goldilocks.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineDescriptionTest {

  private static final JavaRuntime FOUR_PROCESSORS =
      new JavaRuntime(4, 16L << 30, "25.0.1 (Eclipse Adoptium)");

  @Test
  void describesAMachine() {
    assertThat(MachineDescription.of(machineWithCores(2), FOUR_PROCESSORS))
        .isEqualTo(
            new MachineDescription(
                "Some CPU", 2, 4, 16L << 30, "Some OS 1", "25.0.1 (Eclipse Adoptium)"));
  }

  @Test
  void countsNoMoreCoresThanTheProcessMayUse() {
    assertThat(MachineDescription.of(machineWithCores(64), FOUR_PROCESSORS).physicalCores())
        .isEqualTo(4);
  }

  @Test
  void countsOneCoreAtLeast() {
    assertThat(MachineDescription.of(machineWithCores(0), FOUR_PROCESSORS).physicalCores())
        .isEqualTo(1);
  }

  @Test
  void knowsThisMachine() {
    MachineDescription machine = MachineDescription.ofThisMachine();

    assertThat(machine.logicalCores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(machine.memoryBytes()).isGreaterThan(Runtime.getRuntime().maxMemory());
    assertThat(machine.cpu()).isNotBlank();
    assertThat(machine.os()).contains(System.getProperty("os.version"));
    assertThat(machine.java()).startsWith(System.getProperty("java.version"));
  }

  /** OSHI serves macOS and Windows; here it must see the machine that the kernel's files show. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void seesTheSameMachineThroughOshi() {
    MachineFacts oshi = new OshiMachine();
    MachineFacts linux = new LinuxMachine(Path.of("/"));

    assertThat(oshi.cpu()).isEqualTo(linux.cpu());
    assertThat(oshi.physicalCores()).isEqualTo(linux.physicalCores());
  }

  private static MachineFacts machineWithCores(int cores) {
    return new MachineFacts() {
      @Override
      public String cpu() {
        return "Some CPU";
      }

      @Override
      public int physicalCores() {
        return cores;
      }

      @Override
      public String os() {
        return "Some OS 1";
      }
    };
  }
}
