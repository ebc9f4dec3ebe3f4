package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.RunCsv;
import dev.goldilocks.runs.RunFile;
import dev.goldilocks.runs.RunFileFormat;
import dev.goldilocks.runs.RunMarkdown;
import dev.goldilocks.runs.SampleRuns;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  private static final RunRecord FIRST = SampleRuns.named("one", "First try");
  private static final RunRecord SECOND = SampleRuns.named("two", "Second try");

  @TempDir Path directory;

  private Shell shell;

  @BeforeEach
  void saveRuns() {
    shell = new Shell(directory);
    shell.library.save(FIRST);
    shell.library.save(SECOND);
  }

  @Test
  void findsTheRunsThatComeWithTheProgram() {
    RunRecord sample = SampleRuns.reported().withName("The article's");
    Shell.write(
        shell.home().sampleRuns().resolve(sample.id() + ".json"),
        RunFileFormat.write(RunFile.of(sample)));

    Shell.Outcome outcome = shell.execute("compare", "The article's", "--csv");

    assertThat(outcome).isEqualTo(new Shell.Outcome(0, RunCsv.write(List.of(sample)), ""));
  }

  @Test
  void findsRunsByIdByNameAndByFile() {
    Path file = directory.resolve("elsewhere.json");
    Shell.write(file, RunFileFormat.write(RunFile.of(SampleRuns.reported())));

    assertThat(shell.execute("compare", "two", "First try", file.toString(), "--csv"))
        .isEqualTo(
            new Shell.Outcome(0, RunCsv.write(List.of(SECOND, FIRST, SampleRuns.reported())), ""));
  }

  @Test
  void printsWhatTheColumnsOfACsvMean() {
    assertThat(shell.execute("compare", "one", "--definitions"))
        .isEqualTo(new Shell.Outcome(0, RunCsv.definitions("runs.csv"), ""));
    assertThat(shell.execute("compare", "--definitions"))
        .as("which are those of all runs")
        .isEqualTo(new Shell.Outcome(0, RunCsv.definitions("runs.csv"), ""));
  }

  @Test
  void printsATable() {
    assertThat(shell.execute("compare", "one", "two"))
        .isEqualTo(
            new Shell.Outcome(
                0,
                """
                run         K  baseline  speculative  speedup  95 % interval  acceptance  acceptance  first token  figures
                                  tok/s        tok/s                                rate      length      ms / ms
                First try   2       213          266    1.25×  [1.20, 1.31]       81.3 %        2.63  14.3 / 16.5  measured
                First try   4         –            –        –  –                       –           –        – / –  measured
                Second try  2       213          266    1.25×  [1.20, 1.31]       81.3 %        2.63  14.3 / 16.5  measured
                Second try  4         –            –        –  –                       –           –        – / –  measured
                """,
                ""));
  }

  @Test
  void saysInWhatTheyDifferAndWhyTheyCannotBeCompared() {
    Path file = directory.resolve("reported.json");
    Shell.write(file, RunFileFormat.write(RunFile.of(SampleRuns.reported())));

    List<String> lines = shell.execute("compare", "one", file.toString()).out().lines().toList();

    assertThat(lines)
        .anyMatch(line -> line.matches("difference +First try +Article, RTX 6000"))
        .anyMatch(line -> line.matches("Figures +measured +reported, not measured here"))
        .contains(
            "Not comparable: Article, RTX 6000 with First try: unknown prompts; unknown length;"
                + " unknown sampling.");
  }

  @Test
  void whatIsKnownOfNeitherRunIsSaidOfBoth() {
    shell.library.save(SampleRuns.reported());
    shell.library.save(SampleRuns.hearsay());

    assertThat(shell.execute("compare", "Article, RTX 6000", "Hearsay").out().lines())
        .contains(
            "Not comparable: Hearsay with Article, RTX 6000: prompts not known of either run;"
                + " length not known of either run; sampling not known of either run.");
  }

  @Test
  void tellsRunsOfOneNameApartByTheirIds() {
    shell.library.save(SampleRuns.named("three", "Second try"));

    assertThat(shell.execute("compare", "two", "three").out())
        .contains("\nSecond try · two ")
        .contains("\nSecond try · three ");
  }

  @Test
  void printsMarkdown() {
    assertThat(shell.execute("compare", "one", "two", "--markdown"))
        .isEqualTo(new Shell.Outcome(0, RunMarkdown.write(List.of(FIRST, SECOND)), ""));
  }

  @Test
  void drawsAPageOfTheRunsInOrder() {
    Path png = directory.resolve("page.png");

    Shell.Outcome outcome = shell.execute("compare", "two", "one", "--png", png.toString());

    assertThat(png).content().isEqualTo("page of two one");
    assertThat(outcome.err()).isEqualTo("The page is " + png + ".\n");
  }

  @Test
  void refusesToWriteAPngUnderAnotherFormatsName() {
    Path jpg = directory.resolve("a.jpg");

    assertThat(shell.execute("compare", "one", "--png", jpg.toString()))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                jpg + " does not end in .png; charts are PNG files, so give it that ending.\n"));
    assertThat(jpg).doesNotExist();
  }

  @Test
  void saysWhichRunsThereAreWhenOneIsUnknown() {
    assertThat(shell.execute("compare", "thrid"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "'thrid' is neither a run file nor the id or name of a saved run; saved runs are"
                    + " one, two.\n"));
  }

  @Test
  void asksForAnIdWhenANameIsNotUnique() {
    shell.library.save(SampleRuns.named("three", "Second try"));

    assertThat(shell.execute("compare", "Second try"))
        .isEqualTo(
            new Shell.Outcome(
                2, "", "2 runs are called 'Second try'; give the id of one: three, two.\n"));
  }

  @Test
  void refusesTwoFormatsAtOnce() {
    assertThat(shell.execute("compare", "one", "--csv", "--markdown"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "Only one can be given of --markdown and --csv. Try goldilocks compare --help.\n"));
  }

  @Test
  void asksForARun() {
    assertThat(shell.execute("compare"))
        .isEqualTo(new Shell.Outcome(2, "", "compare needs RUN. Try goldilocks compare --help.\n"));
  }
}
