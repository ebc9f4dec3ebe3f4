package dev.goldilocks.cli;

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

/** What runs where there is no display: a run with the defaults, and its chart. */
@Command(name = Commands.DEFAULT_BENCHMARK, hidden = true)
final class DefaultBenchmarkCommand implements Callable<Integer> {

  private final BenchmarkRun benchmark;
  private final RunServices services;
  private final BundledAssets bundled;
  private final Supplier<MachineDescription> machine;
  private final RunChart chart;
  private final Path directory;

  @Mixin private SpecOptions options;

  /**
   * @param machine this one, described when it is asked for
   * @param directory where the chart goes
   */
  DefaultBenchmarkCommand(
      BenchmarkRun benchmark,
      RunServices services,
      BundledAssets bundled,
      Supplier<MachineDescription> machine,
      RunChart chart,
      Path directory) {
    this.benchmark = benchmark;
    this.services = services;
    this.bundled = bundled;
    this.machine = machine;
    this.chart = chart;
    this.directory = directory;
  }

  @Override
  public Integer call() throws InterruptedException {
    RunSpec spec = options.spec(bundled, machine.get());
    try (RunService service = services.inProcessesOfTheirOwn()) {
      return benchmark.run(service, spec, RunReport.TABLE, List.of(this::draw));
    }
  }

  private BenchmarkRun.Kept draw(RunRecord run) {
    Path file = directory.resolve(run.id() + ".png");
    try {
      chart.write(List.of(run), file);
    } catch (ProblemException e) {
      throw new ProblemException(
          "%s Of the saved run, goldilocks compare %s --png FILE draws it."
              .formatted(e.getMessage(), run.id()),
          e);
    }
    return new BenchmarkRun.Kept("Its chart is " + file + ".", Optional.empty());
  }
}
