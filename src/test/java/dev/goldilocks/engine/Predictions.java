package dev.goldilocks.engine;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.Prediction;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.checkpoint.RandomCheckpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.hardware.DeviceKind;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.home.InstallationHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints, for every K from 1 to 8, the speedup that the measured costs predict beside the measured
 * one: of the bundled pair, and of a pair with random weights, whose times are real and whose text
 * means nothing (timing-only). Takes the number of prompts (all 40 unless told) and of threads (the
 * physical cores unless told). A program, not a test: it is for a quiet machine.
 */
public final class Predictions {

  private static final List<Integer> DRAFT_TOKENS = IntStream.rangeClosed(1, 8).boxed().toList();
  private static final int NEW_TOKENS = 64;

  /** Large enough that no part of it stays in a processor's nearest cache; bundled vocabulary. */
  private static final RandomCheckpoint TARGET = new RandomCheckpoint(512, 2048, 8, 8, 2, 4096);

  private static final RandomCheckpoint DRAFT = new RandomCheckpoint(256, 1024, 2, 4, 2, 4096);

  private Predictions() {}

  public static void main(String[] arguments) throws IOException {
    int prompts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Integer.MAX_VALUE;
    MachineDescription machine = MachineDescription.ofThisMachine();
    int threads =
        arguments.length > 1
            ? Integer.parseInt(arguments[1])
            : Devices.usable(DeviceKind.CPU.id(), machine).defaultThreads();
    InstallationHome home = InstallationHome.ofThisProgram();
    List<Path> bySize = bundled(home.models());
    Path directory = Files.createTempDirectory("goldilocks-predictions");
    try {
      Path target = random(directory, "random-target", TARGET, bySize.getLast());
      Path draft = random(directory, "random-draft", DRAFT, bySize.getLast());
      System.out.printf(Locale.ROOT, "%s, %d threads%n", machine.cpu(), threads);
      try (RunService service = new ProcessRunService(directory.resolve("journals"))) {
        PromptChoice choice = new PromptChoice(promptFile(home.prompts()), prompts);
        print(run(service, spec(bySize.getLast(), bySize.getFirst(), threads, choice)));
        print(run(service, spec(target, draft, threads, choice)));
      }
    } finally {
      deleteAll(directory);
    }
  }

  private static void print(RunRecord run) {
    System.out.printf(
        Locale.ROOT,
        "%n%s with draft %s, %s, %s%n%n",
        run.target().id(),
        run.draft().id(),
        run.target().precision().label(),
        run.provenance().label());
    System.out.println(
        "| K | alpha | Theorem 3.8 | with the check | last prediction | measured |"
            + " measured / predicted | within 10 % |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---|");
    int within = 0;
    for (RunResult result : run.results()) {
      Prediction prediction = Prediction.of(result).orElseThrow();
      within += prediction.isWithinTolerance() ? 1 : 0;
      System.out.printf(
          Locale.ROOT,
          "| %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %s |%n",
          result.draftTokens().orElseThrow(),
          result.alpha(),
          prediction.theorem(),
          prediction.withVerification(),
          prediction.withOverhead(),
          prediction.measured(),
          prediction.residual(),
          prediction.isWithinTolerance() ? "yes" : "no, unexplained");
    }
    System.out.printf(Locale.ROOT, "%nWithin 10 %%: %d of %d K.%n", within, run.results().size());
  }

  private static RunRecord run(RunService service, RunSpec spec) {
    return switch (service.submit(spec).outcome().join()) {
      case RunOutcome.Completed(RunRecord record) -> record;
      case RunOutcome.Cancelled _ -> throw new IllegalStateException("The run was cancelled.");
      case RunOutcome.Failed failed -> throw new IllegalStateException(failed.sentence());
    };
  }

  private static RunSpec spec(Path target, Path draft, int threads, PromptChoice prompts) {
    return new RunSpec(
        new ModelChoice(target, Precision.BF16),
        new ModelChoice(draft, Precision.BF16),
        DeviceKind.CPU.id(),
        threads,
        DRAFT_TOKENS,
        Sampling.greedy(0),
        prompts,
        NEW_TOKENS,
        1,
        EndOfSequence.IGNORE);
  }

  /** Random weights under the tokenizer of a model that has one. */
  private static Path random(Path directory, String name, RandomCheckpoint shape, Path tokenizerOf)
      throws IOException {
    Path checkpoint = Files.createDirectory(directory.resolve(name));
    shape.write(checkpoint, name.hashCode());
    Files.copy(
        CheckpointReader.read(tokenizerOf).tokenizerFile(),
        checkpoint.resolve("tokenizer.json"),
        StandardCopyOption.REPLACE_EXISTING);
    return checkpoint;
  }

  private static List<Path> bundled(Path models) throws IOException {
    try (Stream<Path> folders = Files.list(models)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("config.json")))
          .sorted(
              Comparator.comparingLong((Path folder) -> CheckpointReader.read(folder).parameters()))
          .toList();
    }
  }

  private static Path promptFile(Path prompts) throws IOException {
    try (Stream<Path> files = Files.list(prompts)) {
      Optional<Path> first =
          files.filter(file -> file.toString().endsWith(".jsonl")).sorted().findFirst();
      return first.orElseThrow();
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
