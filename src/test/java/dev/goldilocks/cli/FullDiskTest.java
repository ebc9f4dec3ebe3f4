package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.runs.FillingDisk;
import dev.goldilocks.runs.RunFile;
import dev.goldilocks.runs.RunFileFormat;
import dev.goldilocks.runs.SampleJournals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up while a run is measured loses nothing of it. */
class FullDiskTest {

  @TempDir Path directory;

  private final FillingDisk disk = new FillingDisk();
  private Shell shell;
  private Path journal;
  private RunRecord run;
  private String full;

  @BeforeEach
  void measureWhileTheDiskFillsUp() throws IOException {
    shell = new Shell(directory, disk.library(directory.resolve("library")));
    journal = SampleJournals.write(shell.library, 3);
    run = shell.library.journals().assemble("2026-11-23-a1");
    shell.runs.end(new RunOutcome.Completed(run));
    shell.runs.meanwhile(disk::fill);
    full =
        "The disk is full: %s needs 7 KiB. Free some space in %s."
            .formatted(shell.library.file(run.id()), shell.library.directory());
  }

  @Test
  void theRunIsInItsJournalWhenThatIsWhole() throws IOException {
    assertThat(shell.execute("run", "--json"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                runFile(),
                "%s Nothing is lost: the run is whole in its journal %s, and goldilocks import %s takes it into the library then.\n"
                    .formatted(full, journal, journal)));

    disk.clear();
    assertThat(shell.execute("import", journal.toString()).exitCode()).isZero();
    assertThat(shell.library.read(run.id())).isEqualTo(run);
    assertThat(journal).doesNotExist();
  }

  @Test
  void theRunIsInAFolderElsewhereWhenItsJournalBrokeOffToo() throws IOException {
    Files.createDirectories(shell.spareFolder());
    SampleJournals.write(shell.library, 1);

    Shell.Outcome outcome = shell.execute("run", "--json");

    Path copy = files(shell.spareFolder()).getFirst();
    assertThat(copy).content().isEqualTo(runFile());
    assertThat(outcome)
        .isEqualTo(
            new Shell.Outcome(
                2,
                runFile(),
                "%s Nothing is lost: the run is whole in %s, and goldilocks import %s takes it into the library then.\n"
                    .formatted(full, copy, copy)));

    disk.clear();
    assertThat(shell.execute("import", copy.toString()).exitCode()).isZero();
    assertThat(shell.library.read(run.id())).isEqualTo(run);
    assertThat(journal).doesNotExist();
  }

  @Test
  void theRunIsWhereItWasWrittenToOnRequest() throws IOException {
    Files.createDirectories(shell.spareFolder());
    Path out = directory.resolve("out.json");

    Shell.Outcome outcome = shell.execute("run", "--out", out.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("1.28×").endsWith("Written to " + out + ".\n");
    assertThat(outcome.err())
        .isEqualTo(
            "%s Nothing is lost: the run is whole in %s, and goldilocks import %s takes it into the library then.\n"
                .formatted(full, out, out));
    assertThat(out).content().isEqualTo(runFile());
    assertThat(files(shell.spareFolder())).isEmpty();
  }

  @Test
  void whatIsPrintedIsAllThatIsLeftWhenNothingCanBeWrittenAnywhere() throws IOException {
    SampleJournals.write(shell.library, 1);

    assertThat(shell.execute("run").err())
        .isEqualTo(
            "%s No copy could be written to %s either. What is printed here is all there is of it: keep that. Its journal %s has 1 of its 3 pairs, for goldilocks import.\n"
                .formatted(full, shell.spareFolder(), journal));
  }

  @Test
  void theDocumentThatIsPrintedIsTheRunFileWhenNothingCanBeWrittenAnywhere() throws IOException {
    Files.delete(journal);

    assertThat(shell.execute("run", "--json"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                runFile(),
                "%s No copy could be written to %s either. The document on standard output is its run file: keep that.\n"
                    .formatted(full, shell.spareFolder())));
  }

  @Test
  void aDiskThatIsFullBeforeTheRunIsSaidBeforeAnythingIsMeasured() {
    disk.fill();

    assertThat(shell.execute("run"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "The library %s is on a disk with less than 64 KiB left. Free some space there, or set GOLDILOCKS_LIBRARY to another folder.\n"
                    .formatted(shell.library.directory())));
    assertThat(shell.runs.specs).isEmpty();
  }

  @Test
  void aCancelledRunStaysCancelled() {
    shell.runs.endWhenCancelled(new RunOutcome.Cancelled(Optional.of(run)));
    shell.interruption.type();

    Shell.Outcome outcome = shell.execute("run", "--json");

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.err())
        .isEqualTo(
            "Cancelled; the figures are of what was measured.\n%s Nothing is lost: the run is whole in its journal %s, and goldilocks import %s takes it into the library then.\n"
                .formatted(full, journal, journal));
  }

  private String runFile() {
    return RunFileFormat.write(RunFile.of(run));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.filter(Files::isRegularFile).toList();
    }
  }
}
