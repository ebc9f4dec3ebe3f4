package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @TempDir Path directory;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(directory);
  }

  @Test
  void listsTheCommandsForPeopleAndTheExitCodes() {
    Shell.Outcome outcome = shell.execute("--help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().map(String::strip))
        .anyMatch(line -> line.startsWith("run "))
        .anyMatch(line -> line.startsWith("generate "))
        .anyMatch(line -> line.startsWith("compare "))
        .anyMatch(line -> line.startsWith("import "))
        .anyMatch(line -> line.startsWith("models "))
        .noneMatch(line -> line.startsWith("engine"))
        .noneMatch(line -> line.startsWith("default-benchmark"))
        .anyMatch(line -> line.startsWith("130 "));
  }

  @Test
  void saysOfEachCommandInAWholeSentenceWhatItDoes() {
    String commands = shell.execute("--help").out().split("Commands:\n", 2)[1].split("\n\n", 2)[0];

    // A command's name stands in the third column; what stands further in goes on from above.
    List<String> entries = List.of(commands.replaceAll("\n {4,}", " ").split("\n"));

    assertThat(entries)
        .extracting(entry -> entry.strip().split(" ", 2)[0])
        .containsExactly(
            "run", "generate", "compare", "import", "models", "probe", "passes", "selftest");
    assertThat(entries).allMatch(entry -> entry.endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "generate", "compare", "import", "models", "probe", "selftest"})
  void givesAnExampleForEachCommand(String command) {
    Shell.Outcome outcome = shell.execute(command, "--help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("Examples:").contains("  goldilocks " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "generate --help",
        "compare --help",
        "import --help",
        "models --help",
        "probe --help",
        "selftest --help"
      })
  void fitsATerminalOf80Columns(String line) {
    assertThat(shell.execute(line.split(" ", -1)).out().lines())
        .allMatch(text -> text.length() <= 80)
        .noneMatch(text -> text.startsWith("--") || text.startsWith("json"));
  }

  @Test
  void tellsTheVersion() {
    assertThat(shell.execute("--version"))
        .isEqualTo(new Shell.Outcome(0, "goldilocks 1.2.3\n", ""));
  }

  @Test
  void handsTheEngineProcessOverAsItIs() {
    assertThat(shell.execute("engine").exitCode()).isEqualTo(42);
  }
}
