package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.PassTimes;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassesCommandTest {

  @Test
  void ctrlCLeavesNoRandomModelBehind(@TempDir Path directory) throws IOException {
    Set<Path> before = randomModels();
    Shell shell = new Shell(directory);
    shell.interruption.type();

    Shell.Outcome outcome = shell.execute("passes");

    assertThat(outcome)
        .isEqualTo(
            new Shell.Outcome(
                ExitCode.CANCELLED, "", "Writing random weights.\nCancelled; nothing is kept.\n"));
    assertThat(randomModels()).isEqualTo(before);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void saysWhatItTimes(@TempDir Path directory) {
    Shell shell = new Shell(directory);

    Shell.Outcome outcome =
        shell.execute(
            "passes",
            "--target",
            shell.home().models().resolve("Large").toString(),
            "--threads",
            "1",
            "--repeats",
            "1");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().lines()).element(0).isEqualTo(Shell.MACHINE.cpu() + ", 1 thread");
    assertThat(outcome.err())
        .isEqualTo(
            """
            Timing f32.
            Timing bf16.
            Timing int8.
            """);
  }

  /** Room for two thousand million times of each length would not be found. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10_001, Integer.MAX_VALUE})
  void refusesRepeatsThatCannotBe(int repeats, @TempDir Path directory) {
    assertThat(new Shell(directory).execute("passes", "--repeats", Integer.toString(repeats)))
        .isEqualTo(
            new Shell.Outcome(
                2, "", "--repeats is " + repeats + "; give a number from 1 to 10000.\n"));
  }

  private static Set<Path> randomModels() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("goldilocks-passes"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void setsEveryPrecisionBesideTheMemoryOfItsMinute() {
    PassTimes bf16 =
        new PassTimes(
            Precision.BF16,
            988_000_000,
            Map.of(1, 38_000_000L, 5, 39_900_000L, 8, 45_600_000L),
            32.5e9);
    PassTimes int8 =
        new PassTimes(
            Precision.INT8,
            494_000_000,
            Map.of(1, 20_000_000L, 5, 22_000_000L, 8, 25_000_000L),
            26e9);

    // 988 MB in 38 ms are 26 GB/s, 494 MB in 20 ms are 24.7 GB/s.
    assertThat(
            PassesCommand.lines(
                new MachineDescription("Abacus 2000", 2, 2, 8L << 30, "Linux", "25"),
                2,
                List.of(bf16, int8)))
        .containsExactly(
            "Abacus 2000, 2 threads",
            "",
            "| precision | T(1) ms | T(5) ms | T(8) ms | T(5)/T(1) | T(8)/T(1) | read MB"
                + " | memory GB/s | share of it |",
            "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
            "| bf16 | 38.00 | 39.90 | 45.60 | 1.05 | 1.20 | 988 | 32.5 | 0.80 |",
            "| int8 | 20.00 | 22.00 | 25.00 | 1.10 | 1.25 | 494 | 26.0 | 0.95 |");
  }
}
