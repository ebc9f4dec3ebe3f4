package dev.goldilocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.cli.Commands;
import dev.goldilocks.cli.Faults;
import dev.goldilocks.cli.Terminal;
import dev.goldilocks.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class ProgramTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          Terminal.ProgressStyle.LINES);

  @Test
  void opensTheWindowWithoutMakingACommand() {
    assertThat(program(() -> 7).start()).isEqualTo(7);
  }

  @Test
  void saysWhatKeepsTheWindowFromOpening() {
    int exitCode =
        program(
                () -> {
                  throw new ProblemException("No assets.");
                })
            .start();

    assertThat(exitCode).isEqualTo(2);
    assertThat(text()).isEqualTo("No assets.\n");
  }

  @Test
  void saysWhereTheDetailsOfAFaultAre() {
    int exitCode =
        program(
                () -> {
                  throw new LinkageError("no such class");
                })
            .start();

    assertThat(exitCode).isEqualTo(1);
    assertThat(text())
        .isEqualTo(
            "This is a fault of the program (java.lang.LinkageError: no such class); please report"
                + " it with the newest log in logs.\n");
  }

  private Program program(IntSupplier window) {
    return new Program(
        () -> true,
        window,
        () -> terminal,
        ProgramTest::noCommands,
        () -> new Faults(terminal, Path.of("logs")));
  }

  private static Commands noCommands() {
    throw new AssertionError("a command was made");
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
