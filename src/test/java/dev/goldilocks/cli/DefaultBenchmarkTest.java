package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.runs.SampleRuns;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultBenchmarkTest {

  private static final RunRecord RUN = SampleRuns.measured();

  @TempDir Path directory;

  @Test
  void runsWithTheDefaultsAndSavesTheRunAndItsChart() {
    Shell shell = new Shell(directory);
    shell.runs.end(new RunOutcome.Completed(RUN));
    Path chart = shell.library.directory().resolve(RUN.id() + ".png");

    Shell.Outcome outcome = shell.execute(Commands.DEFAULT_BENCHMARK);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .endsWith(
            "Saved as %s in %s.\nIts chart is %s.\n"
                .formatted(RUN.id(), shell.library.file(RUN.id()), chart));
    assertThat(chart).content().isEqualTo(RUN.id());
    assertThat(shell.library.read(RUN.id())).isEqualTo(RUN);

    Shell other = new Shell(directory.resolve("other"));
    other.runs.end(new RunOutcome.Completed(RUN));
    other.execute("run", "--target", "t", "--draft", "d");
    assertThat(shell.runs.specs.getFirst().maxNewTokens())
        .isEqualTo(other.runs.specs.getFirst().maxNewTokens());
  }

  @Test
  void aChartForWhichThereIsNoRoomCanBeDrawnLater() {
    Shell shell = new Shell(directory);
    shell.runs.end(new RunOutcome.Completed(RUN));
    shell.chartProblem = Optional.of("The disk is full. Free some space.");

    Shell.Outcome outcome = shell.execute(Commands.DEFAULT_BENCHMARK);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out())
        .endsWith("Saved as %s in %s.\n".formatted(RUN.id(), shell.library.file(RUN.id())));
    assertThat(outcome.err())
        .isEqualTo(
            "The disk is full. Free some space. Of the saved run, goldilocks compare %s --png FILE draws it.\n"
                .formatted(RUN.id()));
  }
}
