package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.checkpoint.BundledPair;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.runs.SampleRuns;
import dev.goldilocks.ui.setup.CommandDefaults;
import dev.goldilocks.ui.setup.CommandText;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that the window writes for a set-up, given to a real shell and the real command. */
@DisabledOnOs(OS.WINDOWS)
class CommandTextTest {

  private static final CommandDefaults NONE =
      new CommandDefaults(Optional.empty(), Optional.empty(), 3);

  @TempDir private Path directory;

  @Test
  void everyPartOfASpecComesBack() throws Exception {
    RunSpec spec =
        new RunSpec(
            new ModelChoice(Path.of("/models/target"), Precision.INT8),
            new ModelChoice(Path.of("/models/draft"), Precision.F32),
            "cpu",
            5,
            List.of(1, 2, 4, 8),
            new Sampling(0.7, 40, 0.95, -11),
            new PromptChoice(Path.of("/prompts/code.jsonl"), 8),
            96,
            3,
            EndOfSequence.IGNORE);

    assertThat(asked(CommandText.of(spec, NONE))).isEqualTo(spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/my models/target",
        "/it's/mine",
        "/a\"b`c$HOME\\d",
        "/line\nbreak",
        "/--draft=x;rm -rf *",
        "/ümlaut/模型",
        "/~/#x!&|<>()[]{}?",
      })
  void everyFolderComesBackThroughTheShell(String folder) throws Exception {
    RunSpec spec = greedy(Path.of(folder));

    assertThat(asked(CommandText.of(spec, NONE))).isEqualTo(spec);
  }

  @Test
  void aFolderBesideTheProgramIsWrittenInFull() {
    assertThat(CommandText.of(greedy(Path.of("mine")), NONE))
        .startsWith("goldilocks run --target=" + Path.of("mine").toAbsolutePath() + " --draft=");
  }

  @Test
  void aRunLikeTheDefaultOneNeedsNoOptions() throws Exception {
    Shell shell = new Shell(directory);
    RunSpec plain = asked(shell, "goldilocks run");

    assertThat(CommandText.of(plain, defaults(shell))).isEqualTo("goldilocks run");
  }

  /**
   * A change to the default run.
   *
   * @param options what a command says to ask for it
   */
  record Change(String name, UnaryOperator<RunSpec> change, String options) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Change> changes() {
    return List.of(
        new Change(
            "target",
            spec -> with(spec, "target", bf16("/other")),
            "--target=/other --draft=HOME/Small"),
        new Change(
            "draft",
            spec -> with(spec, "draft", bf16("/other")),
            "--target=HOME/Large --draft=/other"),
        new Change(
            "target as its own draft",
            spec -> with(spec, "draft", spec.target()),
            "--target=HOME/Large --draft=HOME/Large"),
        new Change(
            "prompt lookup",
            spec -> with(spec, "draft", PromptLookup.USUAL),
            "--drafter=prompt-lookup"),
        new Change(
            "longer match",
            spec -> with(spec, "draft", new PromptLookup(3)),
            "--drafter=prompt-lookup --longest-match=3"),
        new Change(
            "target with prompt lookup",
            spec -> with(with(spec, "target", bf16("/other")), "draft", PromptLookup.USUAL),
            "--target=/other --drafter=prompt-lookup"),
        new Change("threads", spec -> with(spec, "threads", 2), "--threads=2"),
        new Change(
            "target precision",
            spec -> with(spec, "target", at(spec.target(), Precision.INT8)),
            "--precision=int8 --draft-precision=bf16"),
        new Change(
            "draft precision",
            spec -> with(spec, "draft", at(spec.draft(), Precision.F32)),
            "--draft-precision=f32"),
        new Change(
            "both precisions",
            spec ->
                with(
                    with(spec, "target", at(spec.target(), Precision.INT8)),
                    "draft",
                    at(spec.draft(), Precision.INT8)),
            "--precision=int8"),
        new Change(
            "k", spec -> with(spec, "lengths", DraftLengths.of(List.of(3))), "--draft-tokens=3"),
        new Change(
            "policies",
            spec ->
                with(spec, "lengths", DraftTokens.parse("2,4,8@0.25,heuristic..12,auto").lengths()),
            "--draft-tokens=2,4,8@0.25,heuristic..12,auto..16"),
        new Change(
            "sampling",
            spec -> with(spec, "sampling", new Sampling(0.8, 40, 0.95, -11)),
            "--temperature=0.8 --top-k=40 --top-p=0.95 --seed=-11"),
        new Change("seed", spec -> with(spec, "sampling", Sampling.greedy(1)), "--seed=1"),
        new Change(
            "prompts",
            spec -> with(spec, "prompts", new PromptChoice(Path.of("/p.jsonl"), Integer.MAX_VALUE)),
            "--prompts=/p.jsonl"),
        new Change(
            "limit",
            spec -> with(spec, "prompts", new PromptChoice(spec.prompts().file(), 8)),
            "--limit=8"),
        new Change("new tokens", spec -> with(spec, "maxNewTokens", 64), "--max-new-tokens=64"),
        new Change("repeats", spec -> with(spec, "repeats", 3), "--repeats=3"),
        new Change(
            "end of sequence",
            spec -> with(spec, "endOfSequence", EndOfSequence.IGNORE),
            "--ignore-eos"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatDiffersFromTheDefaultRunIsNamedAndNothingElse(Change change) throws Exception {
    Shell shell = new Shell(directory);
    RunSpec spec = change.change.apply(asked(shell, "goldilocks run"));

    String command = CommandText.of(spec, defaults(shell));

    assertThat(command)
        .isEqualTo(
            "goldilocks run " + change.options.replace("HOME", shell.home().models().toString()));
    assertThat(asked(shell, command)).isEqualTo(spec);
  }

  @Test
  void everyFieldOfASpecIsAmongTheChanges() {
    RunSpec plain = greedy(Path.of("/m"));

    Set<String> changed =
        changes().stream()
            .flatMap(change -> differing(plain, change.change.apply(plain)))
            .collect(Collectors.toSet());

    // There is no second device to change to.
    assertThat(changed).containsExactlyInAnyOrderElementsOf(fieldsBut("device"));
  }

  @Test
  void modelsAndPromptsAreNamedWhereNoneComeWithTheProgram() {
    assertThat(CommandText.of(greedy(Path.of("/m")), NONE))
        .isEqualTo("goldilocks run --target=/m --draft=/m/draft --prompts=/m/p.jsonl");
  }

  private static Stream<String> differing(RunSpec one, RunSpec other) {
    return Arrays.stream(RunSpec.class.getRecordComponents())
        .filter(field -> !value(field, one).equals(value(field, other)))
        .map(RecordComponent::getName);
  }

  private static List<String> fieldsBut(String name) {
    return Arrays.stream(RunSpec.class.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(field -> !field.equals(name))
        .toList();
  }

  /** The same spec with another value in one field. */
  private static RunSpec with(RunSpec spec, String field, Object value) {
    RecordComponent[] fields = RunSpec.class.getRecordComponents();
    try {
      return RunSpec.class
          .getConstructor(
              Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(
              Arrays.stream(fields)
                  .map(each -> each.getName().equals(field) ? value : value(each, spec))
                  .toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(field, e);
    }
  }

  private static Object value(RecordComponent field, RunSpec spec) {
    try {
      return field.getAccessor().invoke(spec);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(field.getName(), e);
    }
  }

  private static ModelChoice bf16(String folder) {
    return new ModelChoice(Path.of(folder), Precision.BF16);
  }

  private static ModelChoice at(DraftChoice model, Precision precision) {
    return new ModelChoice(((ModelChoice) model).directory(), precision);
  }

  private static CommandDefaults defaults(Shell shell) {
    return new CommandDefaults(
        BundledPair.in(shell.home().models()),
        Optional.of(shell.home().prompts().resolve("code.jsonl")),
        Shell.MACHINE.physicalCores());
  }

  private static RunSpec greedy(Path folder) {
    return new RunSpec(
        new ModelChoice(folder, Precision.BF16),
        new ModelChoice(folder.resolve("draft"), Precision.BF16),
        "cpu",
        3,
        List.of(4),
        Sampling.greedy(0),
        new PromptChoice(folder.resolve("p.jsonl"), Integer.MAX_VALUE),
        128,
        1,
        EndOfSequence.STOP);
  }

  private RunSpec asked(String command) throws IOException, InterruptedException {
    return asked(new Shell(directory), command);
  }

  /** What the command asks for when it is pasted into a shell. */
  private static RunSpec asked(Shell shell, String command)
      throws IOException, InterruptedException {
    List<String> words = splitByShell(command);
    assertThat(words.getFirst()).isEqualTo("goldilocks");
    shell.runs.specs.clear();
    shell.runs.end(new RunOutcome.Completed(SampleRuns.measured()));
    Shell.Outcome outcome = shell.execute(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(shell.runs.specs).as(outcome.err()).hasSize(1);
    return shell.runs.specs.getFirst();
  }

  private static List<String> splitByShell(String command)
      throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "set -- " + command + "\nprintf '%s\\0' \"$@\"").start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return Arrays.asList(printed.split("\0"));
  }
}
