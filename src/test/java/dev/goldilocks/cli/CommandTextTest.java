package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.runs.SampleRuns;
import dev.goldilocks.ui.setup.CommandText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that the window writes for a set-up, given to a real shell and the real command. */
@DisabledOnOs(OS.WINDOWS)
class CommandTextTest {

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

    assertThat(asked(CommandText.of(spec))).isEqualTo(spec);
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

    assertThat(asked(CommandText.of(spec))).isEqualTo(spec);
  }

  @Test
  void aFolderBesideTheProgramIsWrittenInFull() {
    assertThat(CommandText.of(greedy(Path.of("mine"))))
        .startsWith("goldilocks run --target=" + Path.of("mine").toAbsolutePath() + " --draft=");
  }

  @Test
  void aPlainSetUpReadsWithoutQuotes() {
    assertThat(CommandText.of(greedy(Path.of("/m"))))
        .isEqualTo(
            "goldilocks run --target=/m --draft=/m/draft --draft-precision=bf16 --device=cpu"
                + " --threads=2 --precision=bf16 --draft-tokens=4 --prompts=/m/p.jsonl"
                + " --max-new-tokens=128 --repeats=1 --temperature=0.0 --top-k=0 --top-p=1.0"
                + " --seed=0");
  }

  @Test
  void promptLookupIsNamedInTheDraftModelsPlace() {
    RunSpec spec = greedy(Path.of("/m"));
    RunSpec lookup =
        new RunSpec(
            spec.target(),
            new PromptLookup(2),
            spec.device(),
            spec.threads(),
            spec.draftTokens(),
            spec.sampling(),
            spec.prompts(),
            spec.maxNewTokens(),
            spec.repeats(),
            spec.endOfSequence());

    assertThat(CommandText.of(lookup))
        .startsWith(
            "goldilocks run --target=/m --drafter=prompt-lookup --longest-match=2 --device=cpu")
        .doesNotContain("--draft=")
        .doesNotContain("--draft-precision");
  }

  private static RunSpec greedy(Path folder) {
    return new RunSpec(
        new ModelChoice(folder, Precision.BF16),
        new ModelChoice(folder.resolve("draft"), Precision.BF16),
        "cpu",
        2,
        List.of(4),
        Sampling.greedy(0),
        new PromptChoice(folder.resolve("p.jsonl"), Integer.MAX_VALUE),
        128,
        1,
        EndOfSequence.STOP);
  }

  /** What the command asks for when it is pasted into a shell. */
  private RunSpec asked(String command) throws IOException, InterruptedException {
    List<String> words = splitByShell(command);
    assertThat(words.getFirst()).isEqualTo("goldilocks");
    Shell shell = new Shell(directory);
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
