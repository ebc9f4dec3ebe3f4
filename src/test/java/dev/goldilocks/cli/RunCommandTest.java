package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunActivity;
import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.runs.RunFile;
import dev.goldilocks.runs.RunFileFormat;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

  private static final RunRecord RUN = SampleRuns.measured();
  private static final String RUN_FILE = RunFileFormat.write(RunFile.of(RUN));

  @TempDir Path directory;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(directory);
    shell.runs.end(new RunOutcome.Completed(RUN));
  }

  @Test
  void runsTheBundledPairWithTheDefaults() {
    shell.execute("run");

    assertThat(shell.runs.specs)
        .containsExactly(
            new RunSpec(
                new ModelChoice(shell.home().models().resolve("Large"), Precision.BF16),
                new ModelChoice(shell.home().models().resolve("Small"), Precision.BF16),
                "cpu",
                3,
                List.of(4),
                Sampling.greedy(0),
                new PromptChoice(shell.home().prompts().resolve("code.jsonl"), Integer.MAX_VALUE),
                128,
                1,
                EndOfSequence.STOP));
  }

  @Test
  void passesOnEveryOption() {
    shell.execute(
        ("run --target t --draft d --device cpu --threads 6 --precision f32 --draft-precision int8"
                + " -k 1..3,6 --prompts p.jsonl --limit 5 --max-new-tokens 64 --repeats 2"
                + " --temperature 0.7 --top-k 40 --top-p 0.9 --seed 11 --ignore-eos")
            .split(" "));

    assertThat(shell.runs.specs)
        .containsExactly(
            new RunSpec(
                new ModelChoice(Path.of("t"), Precision.F32),
                new ModelChoice(Path.of("d"), Precision.INT8),
                "cpu",
                6,
                List.of(1, 2, 3, 6),
                new Sampling(0.7, 40, 0.9, 11),
                new PromptChoice(Path.of("p.jsonl"), 5),
                64,
                2,
                EndOfSequence.IGNORE));
  }

  @ParameterizedTest
  @CsvSource({
    "run, 99999",
    "run, 7",
    "run, 0",
    "probe, 99999",
    "passes, 99999",
    "selftest, 99999",
    "default-benchmark, 7"
  })
  void refusesMoreThreadsThanThereAreLogicalProcessors(String command, String threads) {
    assertThat(shell.execute(command, "--threads", threads))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "The number of threads is "
                    + threads
                    + "; give 1 to 6, at most one for each logical processor of this machine.\n"));
    assertThat(shell.runs.opened).isEmpty();
  }

  @Test
  void givesTheDraftTheTargetsPrecisionUnlessAskedOtherwise() {
    shell.execute("run", "--precision", "int8");

    assertThat(((ModelChoice) shell.runs.specs.getFirst().draft()).precision())
        .isEqualTo(Precision.INT8);
  }

  @Test
  void draftsByPromptLookupWithTheBundledTarget() {
    shell.execute("run", "--drafter", "prompt-lookup");

    RunSpec spec = shell.runs.specs.getFirst();
    assertThat(spec.draft()).isEqualTo(new PromptLookup(2));
    assertThat(spec.target().directory()).isEqualTo(shell.home().models().resolve("Large"));
  }

  @Test
  void aRunOfRandomWeightsHasTimesAndNoVerdict() {
    List<String> lines = RunTable.lines(SampleRuns.ofRandomWeights());

    assertThat(lines.getFirst())
        .startsWith("random-target (int8) with draft ")
        .endsWith(", timing only");
    assertThat(lines)
        .contains(
            "1.25× at K = 2 is timing only: the weights are random, so acceptance means nothing,"
                + " and the speedup with it.")
        .noneMatch(line -> line.contains("Faster"));
  }

  @Test
  void noKOfRandomWeightsIsTheBest() {
    RunRecord swept = SampleRuns.swept();

    assertThat(RunTable.lines(swept)).anyMatch(line -> line.contains(" is the fastest; odds"));
    assertThat(RunTable.lines(SampleRuns.ofRandomWeights(swept)))
        .noneMatch(line -> line.contains(" is the fastest; odds"));
  }

  @Test
  void aRunWithPromptLookupIsNamedWithoutAFormat() {
    assertThat(RunTable.lines(SampleRuns.withPromptLookup()).getFirst())
        .isEqualTo("GoldilocksCoder-9M (int8) with prompt lookup, cpu, 2 threads");
  }

  @Test
  void promptLookupLooksForAsLongAMatchAsIsAsked() {
    shell.execute("run", "--drafter", "prompt-lookup", "--longest-match", "5");

    assertThat(shell.runs.specs.getFirst().draft()).isEqualTo(new PromptLookup(5));
  }

  @Test
  void aDraftModelLooksNothingUp() {
    assertThat(shell.execute("run", "--longest-match", "5"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "--longest-match goes with --drafter prompt-lookup; give both, or leave it"
                    + " out.\n"));
  }

  @Test
  void promptLookupHasNoDraftModel() {
    assertThat(shell.execute("run", "--drafter", "prompt-lookup", "--draft", "d"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "--drafter prompt-lookup has no draft model; leave --draft and --draft-precision"
                    + " out.\n"));
  }

  @Test
  void printsTheFiguresAndSavesTheRun() {
    Shell.Outcome outcome = shell.execute("run");

    assertThat(outcome)
        .isEqualTo(
            new Shell.Outcome(
                0,
                """
                GoldilocksCoder-9M (int8) with draft GoldilocksCoder-0.7M (bf16), cpu, 2 threads

                K  baseline  speculative  speedup  95 %% interval  acceptance  acceptance  first token
                      tok/s        tok/s                                rate      length      ms / ms
                2       213          266    1.25×  [1.20, 1.31]       81.3 %%        2.63  14.3 / 16.5
                4         –            –        –  –                       –           –        – / –

                Faster at K = 2; what holds it back most: the check is slower than this machine allows and takes 1.49 target steps for 3 tokens (were it one: 1.49×).
                  Pays from an acceptance probability of 0.673 on (here 0.800), with a draft of at most 0.370 of a target step a token (here 0.213).
                  same text with and without the draft in 2 of 3 pairs; left out for want of a second token: 1.
                  a round takes 10.0 ms: draft 20.0 %%, verify 70.0 %%, sampling and acceptance 5.00 %%, host 4.00 %%, residual 1.00 %%.
                  predicted: 1.71× by Theorem 3.8, 1.28× with the check's time, 1.15× with that in neither model; measured 1.25×, within 10 %% of the last prediction.
                Nothing to compare at K = 4.
                Saved as 2026-11-23-a1 in %s.
                """
                    .formatted(shell.library.file(RUN.id())),
                ""));
    assertThat(shell.library.read(RUN.id())).isEqualTo(RUN);
  }

  @Test
  void printsNothingButTheRunFileAsJson() {
    Shell.Outcome outcome = shell.execute("run", "--json");

    assertThat(outcome)
        .isEqualTo(
            new Shell.Outcome(
                0, RUN_FILE, "Saved as 2026-11-23-a1 in " + shell.library.file(RUN.id()) + ".\n"));
  }

  @Test
  void writesTheRunFileWhereItIsAskedToo() throws IOException {
    Path file = directory.resolve("out.json");

    shell.execute("run", "--out", file.toString());

    assertThat(file).content().isEqualTo(RUN_FILE);
    assertThat(shell.library.read(RUN.id())).isEqualTo(RUN);
  }

  @Test
  void refusesAFolderToWriteToBeforeAnythingIsMeasured() {
    assertThat(shell.execute("run", "--out", directory.toString()))
        .isEqualTo(new Shell.Outcome(2, "", directory + " is a folder; name a file in it.\n"));
    assertThat(shell.runs.opened).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNotThereBeforeAnythingIsMeasured() {
    Path missing = directory.resolve("typo");

    assertThat(shell.execute("run", "--out", missing.resolve("a.json").toString()))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "There is no folder "
                    + missing
                    + " for a.json; make it first, or name one that exists.\n"));
    assertThat(missing).doesNotExist();
    assertThat(shell.runs.opened).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--top-k 40 | --top-k",
        "--top-p 0.9 | --top-p",
        "--top-k 40 --top-p 0.9 | --top-k and --top-p",
      })
  void saysThatGreedyDecodingIgnoresFilters(String options, String names) {
    String[] words = ("run --json " + options).split(" ", -1);

    assertThat(shell.execute(words).err())
        .startsWith(
            "No effect of "
                + names
                + ": greedy decoding (temperature 0) takes the most probable token; give a"
                + " --temperature over 0 to draw.\n");
  }

  @Test
  void saysOfHowManyPromptsMoreThanTheFirstTurnIsLeftOut() throws IOException {
    Path prompts =
        Files.writeString(
            shell.home().prompts().resolve("turns.jsonl"),
            """
            {"question_id": 1, "category": "writing", "turns": ["Begin.", "Go on."]}
            {"question_id": 2, "category": "writing", "turns": ["Begin."]}
            """);

    assertThat(shell.execute("run", "--json", "--prompts", prompts.toString()).err())
        .startsWith(
            "Only the first turn is used of prompts that have more (1 of 2 in the file).\n");
  }

  @ParameterizedTest
  @CsvSource({"run --json --temperature 0.7 --top-k 40", "run --json --top-k 0 --top-p 1"})
  void saysNothingOfFiltersThatWorkOrAreOff(String line) {
    assertThat(shell.execute(line.split(" ", -1)).err()).doesNotContain("No effect");
  }

  @Test
  void refusesAPlaceThatCannotBeWrittenBeforeAnythingIsMeasured() throws IOException {
    Path inTheWay = Files.writeString(directory.resolve("a file"), "");

    Shell.Outcome outcome = shell.execute("run", "--out", inTheWay.resolve("a.json").toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("cannot be written").hasLineCount(1);
    assertThat(shell.runs.opened).isEmpty();
  }

  @Test
  void refusesALibraryThatIsAFileBeforeAnythingIsMeasured() throws IOException {
    Path library = Files.writeString(shell.library.directory(), "in the way");

    assertThat(shell.execute("run"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "The library %s is a file, not a folder. Move it away, or set GOLDILOCKS_LIBRARY to a folder.\n"
                    .formatted(library)));
    assertThat(shell.runs.specs).isEmpty();
    assertThat(library).hasContent("in the way");
  }

  @Test
  void refusesALibraryInAPlaceThatCannotBeWrittenBeforeAnythingIsMeasured() throws IOException {
    Path inTheWay = Files.writeString(directory.resolve("a file"), "");
    Shell other = new Shell(directory.resolve("other"), new RunLibrary(inTheWay.resolve("runs")));

    assertThat(other.execute("run"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "The library %s cannot be written: a part of its path is not a directory. Allow writing there, or set GOLDILOCKS_LIBRARY to another folder.\n"
                    .formatted(inTheWay.resolve("runs"))));
    assertThat(other.runs.specs).isEmpty();
  }

  @Test
  void saysWhatWasWrongWithTheRequest() {
    shell.runs.end(
        new RunOutcome.Failed("config.json is missing.", FailureKind.REQUEST, Optional.empty()));

    assertThat(shell.execute("run"))
        .isEqualTo(new Shell.Outcome(2, "", "config.json is missing.\n"));
  }

  @Test
  void saysOnceThatTheRunFailed() {
    shell.runs.show(
        ScriptedRuns.snapshot(RunPhase.FAILED, new RunActivity.Failed("config.json is missing.")));
    shell.runs.end(
        new RunOutcome.Failed("config.json is missing.", FailureKind.REQUEST, Optional.empty()));

    assertThat(shell.execute("run"))
        .isEqualTo(new Shell.Outcome(2, "", "config.json is missing.\n"));
  }

  @Test
  void keepsWhatAnEngineMeasuredBeforeItDied() {
    shell.runs.end(new RunOutcome.Failed("The engine died.", FailureKind.ENGINE, Optional.of(RUN)));

    Shell.Outcome outcome = shell.execute("run", "--json");

    assertThat(outcome)
        .isEqualTo(
            new Shell.Outcome(
                1,
                RUN_FILE,
                "The engine died.\nSaved as 2026-11-23-a1 in "
                    + shell.library.file(RUN.id())
                    + ".\n"));
    assertThat(shell.library.read(RUN.id())).isEqualTo(RUN);
  }

  @Test
  void cancelsOnInterruptionAndKeepsWhatWasMeasured() {
    shell.runs.endWhenCancelled(new RunOutcome.Cancelled(Optional.of(RUN)));
    shell.interruption.type();

    Shell.Outcome outcome = shell.execute("run", "--json");

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.out()).isEqualTo(RUN_FILE);
    assertThat(outcome.err()).startsWith("Cancelled; the figures are of what was measured.\n");
    assertThat(shell.library.read(RUN.id())).isEqualTo(RUN);
    assertThat(shell.interruption.isListening()).isFalse();
  }

  @Test
  void takesAnEngineThatHeardTheInterruptionFirstForCancelled() {
    shell.runs.endWhenCancelled(
        new RunOutcome.Failed("The engine died.", FailureKind.ENGINE, Optional.empty()));
    shell.interruption.type();

    assertThat(shell.execute("run"))
        .isEqualTo(new Shell.Outcome(130, "", "Cancelled; nothing was measured.\n"));
  }

  @Test
  void leavesNoJournalOfARunWithoutAMeasurement() throws IOException {
    Path journal = shell.library.journals().file(ScriptedRuns.ID);
    Shell.write(journal, "{}\n");
    shell.runs.end(new RunOutcome.Failed("No such model.", FailureKind.REQUEST, Optional.empty()));

    shell.execute("run");

    assertThat(journal).doesNotExist();
  }

  @Test
  void saysFirstThatOtherProgramsTakeCores() {
    shell.otherPrograms = Optional.of(new BusyCores(3.5, 6));

    Shell.Outcome outcome = shell.execute("run");

    assertThat(outcome.err())
        .startsWith(
            "Other programs keep 3.5 of 6 cores busy, and 3 are wanted: passes may take ten times"
                + " as long. Close them, or measure with --threads 2.\n");
  }

  @Test
  void saysThatOnlyWaitingHelpsWhereOtherProgramsTakeEveryCore() {
    shell.otherPrograms = Optional.of(new BusyCores(6.04, 6));

    assertThat(shell.execute("run", "--threads", "1").err())
        .isEqualTo(
            "Other programs keep 6.0 of 6 cores busy: passes may take ten times as long. Close"
                + " them, or wait until they are done.\n");
  }

  @Test
  void saysNothingOfOtherProgramsThatLeaveRoom() {
    shell.otherPrograms = Optional.of(new BusyCores(3.1, 6));

    assertThat(shell.execute("run").err()).isEmpty();
  }

  @Test
  void showsProgressOnStandardError() {
    shell.runs.show(ScriptedRuns.snapshot(RunPhase.LOADING, new RunActivity.Loading(Role.TARGET)));

    assertThat(shell.execute("run", "--json").err()).startsWith("Loading the target.\nSaved");
  }

  @Test
  void clearsTheBarBeforeItPrintsTheFigures() {
    shell.lookAtTheTerminal();
    shell.runs.show(ScriptedRuns.snapshot(RunPhase.LOADING, new RunActivity.Loading(Role.TARGET)));

    assertThat(shell.execute("run").err()).isEqualTo("\rLoading the target.\033[K\r\033[K");
  }

  @Test
  void runsInAProcessOfItsOwnAndClosesIt() {
    shell.execute("run");

    assertThat(shell.runs.opened).containsExactly("process");
    assertThat(shell.runs.closed).isOne();
  }

  @Test
  void runsInThisProcessOnRequest() {
    shell.execute("run", "--in-process");

    assertThat(shell.runs.opened).containsExactly("in-process");
  }
}
