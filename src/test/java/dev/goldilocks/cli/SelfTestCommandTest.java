package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.SelfTestResult;
import dev.goldilocks.engine.SelfTest;
import dev.goldilocks.hardware.BusyCores;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SelfTestCommandTest {

  private static final Interval QUIET = new Interval(1.001, 0.99, 1.01, 12);
  private static final Interval ALARM = new Interval(1.02, 1.005, 1.04, 12);

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<SelfTest.Request> requests = new ArrayList<>();
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(directory);
  }

  @Test
  void fiveFalseAlarmsArePassed() {
    assertThat(execute(5)).isZero();

    assertThat(text(out))
        .isEqualTo(
            "5 of 40 runs of the baseline against itself raised a false alarm; 5 are allowed:"
                + " passed.\n");
    assertThat(text(err).lines().toList())
        .hasSize(40)
        .startsWith("run 1 of 40: 1.02× [1.01, 1.04], a false alarm")
        .endsWith("run 40 of 40: 1.00× [0.990, 1.01]");
  }

  @Test
  void sixFalseAlarmsGiveExitCodeOne() {
    assertThat(execute(6)).isEqualTo(1);

    assertThat(text(out)).endsWith("5 are allowed: not passed.\n");
  }

  @Test
  void jsonHasEveryRunAndNothingElseOnStandardOutput() {
    assertThat(execute(6, "--json")).isEqualTo(1);

    JsonNode document = Json.read(text(out));
    assertThat(document.get("passed").booleanValue()).isFalse();
    assertThat(document.get("alarms").intValue()).isEqualTo(6);
    assertThat(document.get("runs")).hasSize(40);
    assertThat(document.get("runs").get(0))
        .isEqualTo(
            Json.read(
                """
                {"speedup": 1.02, "speedupLow": 1.005, "speedupHigh": 1.04, "pairs": 12,
                 "alarm": true}
                """));
  }

  @Test
  void theBundledTargetIsMeasuredUnlessAnotherIsNamed() {
    execute(0);
    execute(0, "--target", "elsewhere", "--threads", "3");

    assertThat(requests)
        .extracting(request -> request.target().directory())
        .containsExactly(shell.home().models().resolve("Large"), Path.of("elsewhere"));
    assertThat(requests)
        .extracting(SelfTest.Request::threads)
        .containsExactly(Shell.MACHINE.physicalCores(), 3);
  }

  @Test
  void saysFirstThatOtherProgramsTakeCores() {
    shell.otherPrograms = Optional.of(new BusyCores(3.5, 6));

    execute(0);

    assertThat(text(err))
        .startsWith(
            "Other programs keep 3.5 of 6 cores busy, and 3 are wanted: passes may take ten times"
                + " as long. Close them, or measure with --threads 2.\n");
  }

  @Test
  void cancellingGivesExitCode130() {
    shell.interruption.type();

    assertThat(execute(0)).isEqualTo(130);
    assertThat(text(err)).endsWith("Cancelled after 0 of 40 runs.\n");
  }

  private int execute(int alarms, String... arguments) {
    Terminal terminal = new Terminal(stream(out), stream(err), Terminal.ProgressStyle.LINES);
    return new CommandLine(
            new SelfTestCommand(
                terminal,
                shell.interruption,
                new BundledAssets(shell::home),
                () -> Shell.MACHINE,
                new CrowdWarning(terminal, () -> shell.otherPrograms),
                (request, measured, cancelled) -> {
                  requests.add(request);
                  if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                  }
                  List<Interval> speedups = new ArrayList<>(Collections.nCopies(alarms, ALARM));
                  speedups.addAll(Collections.nCopies(40 - alarms, QUIET));
                  speedups.forEach(measured);
                  return new SelfTestResult(speedups);
                }))
        .execute(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
