package dev.goldilocks.cli;

import dev.goldilocks.bench.PromptSet;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.engine.RunService;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a pair. */
@Command(
    name = "run",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Measures a target with and without its draft, and saves the run.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  goldilocks run",
      "      the bundled pair with the bundled prompts",
      "  goldilocks run -k 1..8 --precision int8 --limit 12",
      "      which K pays, with 8-bit weights",
      "  goldilocks run --target ./Qwen2.5-1.5B --draft ./Qwen2.5-0.5B --out run.json",
      "      two checkpoints of your own, with the run file in a place of your own"
    })
final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final BenchmarkRun benchmark;
  private final RunServices services;
  private final BundledAssets bundled;
  private final Supplier<MachineDescription> machine;

  @Mixin private SpecOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the run file there too, in a folder that exists. It is saved in the library in"
              + " any case.")
  private Optional<Path> out;

  @Option(names = "--json", description = "Prints the run file on standard output.")
  private boolean json;

  @Option(
      names = "--in-process",
      description = "Runs without a process of its own, for debugging: a crash ends this command.")
  private boolean inProcess;

  /**
   * @param machine this one, described when it is asked for
   */
  RunCommand(
      Terminal terminal,
      BenchmarkRun benchmark,
      RunServices services,
      BundledAssets bundled,
      Supplier<MachineDescription> machine) {
    this.terminal = terminal;
    this.benchmark = benchmark;
    this.services = services;
    this.bundled = bundled;
    this.machine = machine;
  }

  @Override
  public Integer call() throws InterruptedException {
    RunSpec spec = options.spec(bundled, machine.get());
    out.ifPresent(OutputFile::require);
    SamplingOptions.ignored(spec.sampling()).ifPresent(terminal::complain);
    furtherTurns(spec.prompts().file()).ifPresent(terminal::complain);
    List<BenchmarkRun.Keeper> keepers =
        out.<BenchmarkRun.Keeper>map(file -> run -> write(run, file)).stream().toList();
    try (RunService service =
        inProcess ? services.inThisProcess() : services.inProcessesOfTheirOwn()) {
      return benchmark.run(service, spec, json ? RunReport.JSON : RunReport.TABLE, keepers);
    }
  }

  private static Optional<String> furtherTurns(Path file) {
    try {
      PromptSet prompts = PromptSet.read(file);
      return prompts.withFurtherTurns() == 0
          ? Optional.empty()
          : Optional.of(
              "Only the first turn is used of prompts that have more (%d of %d in the file)."
                  .formatted(prompts.withFurtherTurns(), prompts.prompts().size()));
    } catch (ProblemException _) {
      // The run reads the file too, and says what is wrong with it.
      return Optional.empty();
    }
  }

  private static BenchmarkRun.Kept write(RunRecord run, Path file) {
    OutputFile.write(run, file);
    return new BenchmarkRun.Kept("Written to " + file + ".", Optional.of(file));
  }
}
