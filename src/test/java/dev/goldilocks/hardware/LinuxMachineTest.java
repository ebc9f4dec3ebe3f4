package dev.goldilocks.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxMachineTest {

  @TempDir Path root;

  @Test
  void readsTheProcessorOfAPersonalComputer() {
    write(
        "proc/cpuinfo",
        """
        processor\t: 0
        vendor_id\t: GenuineIntel
        model\t\t: 154
        model name\t: 12th Gen Intel(R) Core(TM) i7-1260P
        processor\t: 1
        model name\t: 12th Gen Intel(R) Core(TM) i7-1260P
        """);

    assertThat(machine().cpu()).isEqualTo("12th Gen Intel(R) Core(TM) i7-1260P");
  }

  @Test
  void readsTheNameOfAnArmBoard() {
    write(
        "proc/cpuinfo",
        """
        processor\t: 0
        BogoMIPS\t: 108.00
        CPU implementer\t: 0x41

        Revision\t: c04170
        Model\t\t: Raspberry Pi 5 Model B Rev 1.0
        """);

    assertThat(machine().cpu()).isEqualTo("Raspberry Pi 5 Model B Rev 1.0");
  }

  @Test
  void saysThatAProcessorIsUnknown() {
    write("proc/cpuinfo", "processor\t: 0\nmodel name\t:\n");

    assertThat(machine().cpu())
        .isEqualTo("unknown processor (" + System.getProperty("os.arch") + ")");
  }

  @Test
  void countsCoresThatTwoLogicalProcessorsShareOnce() {
    for (int processor = 0; processor < 12; processor++) {
      int core = processor % 6;
      write(
          "sys/devices/system/cpu/cpu" + processor + "/topology/core_cpus_list",
          core + "," + (core + 6) + "\n");
    }
    write("sys/devices/system/cpu/cpufreq/policy", "");
    write("sys/devices/system/cpu/cpuidle/current_driver", "");

    assertThat(machine().physicalCores()).isEqualTo(6);
  }

  @Test
  void doesNotKnowTheCoresWhereTheKernelDoesNotTell() {
    assertThat(machine().physicalCores()).isZero();
  }

  @Test
  void namesTheDistributionAndTheKernel() {
    write("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian\"\n");

    assertThat(machine().os())
        .isEqualTo("Debian GNU/Linux 12 (bookworm), Linux " + System.getProperty("os.version"));
  }

  @Test
  void namesTheKernelAloneWhereTheDistributionIsUnknown() {
    assertThat(machine().os()).isEqualTo("Linux " + System.getProperty("os.version"));
  }

  private LinuxMachine machine() {
    return new LinuxMachine(root);
  }

  private void write(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
