package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.RunFile;
import dev.goldilocks.runs.RunFileFormat;
import dev.goldilocks.runs.SampleRuns;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  private static final RunRecord RUN = SampleRuns.named("r-1", "a run");

  @TempDir Path directory;

  private Shell shell;
  private Path good;
  private Path bad;

  @BeforeEach
  void openShell() {
    shell = new Shell(directory);
    good = directory.resolve("good.json");
    bad = directory.resolve("bad.json");
    Shell.write(good, RunFileFormat.write(RunFile.of(RUN)));
    Shell.write(bad, "[]");
  }

  @Test
  void copiesARunIntoTheLibraryOnce() {
    assertThat(shell.execute("import", good.toString()))
        .isEqualTo(new Shell.Outcome(0, "Imported " + good + " as 'a run' (r-1).\n", ""));
    assertThat(shell.library.read("r-1")).isEqualTo(RUN);
    assertThat(shell.execute("import", good.toString()))
        .isEqualTo(new Shell.Outcome(0, "Already there: " + good + " is 'a run' (r-1).\n", ""));
  }

  @Test
  void importsWhatItCanAndSaysWhatWasWrongWithTheRest() {
    assertThat(shell.execute("import", bad.toString(), good.toString()))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "Imported " + good + " as 'a run' (r-1).\n",
                bad
                    + " is not a run file: it holds no JSON object. Choose a file that Goldilocks"
                    + " saved or exported as JSON.\n"));
    assertThat(shell.library.read("r-1")).isEqualTo(RUN);
  }

  @Test
  void tellsTheSameInJson() {
    Shell.Outcome outcome =
        shell.execute("import", bad.toString(), good.toString(), good.toString(), "--json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).isEmpty();
    assertThat(Json.read(outcome.out()))
        .isEqualTo(
            Json.read(
                """
                {"files": [
                  {"file": "%2$s", "outcome": "refused", "reason": "%2$s is not a run file: it holds no JSON object. Choose a file that Goldilocks saved or exported as JSON."},
                  {"file": "%1$s", "outcome": "imported", "id": "r-1", "name": "a run"},
                  {"file": "%1$s", "outcome": "already-there", "id": "r-1", "name": "a run"}
                ]}
                """
                    .formatted(good, bad)));
  }
}
