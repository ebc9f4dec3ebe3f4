package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.engine.RunService;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What runs where there is no display: a run with the defaults, and its chart. */
@Command(name = Commands.DEFAULT_BENCHMARK, hidden = true)
final class DefaultBenchmarkCommand implements Callable<Integer> {

  private final BenchmarkRun benchmark;
  private final RunServices services;
  private final BundledAssets bundled;
  private final int physicalCores;
  private final RunChart chart;
  private final Path directory;

  @Mixin private SpecOptions options;

  /**
   * @param physicalCores the number of threads
   * @param directory where the chart goes
   */
  DefaultBenchmarkCommand(
      BenchmarkRun benchmark,
      RunServices services,
      BundledAssets bundled,
      int physicalCores,
      RunChart chart,
      Path directory) {
    this.benchmark = benchmark;
    this.services = services;
    this.bundled = bundled;
    this.physicalCores = physicalCores;
    this.chart = chart;
    this.directory = directory;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (RunService service = services.inProcessesOfTheirOwn()) {
      return benchmark.run(
          service,
          options.spec(bundled, physicalCores),
          RunReport.TABLE,
          List.of(this::draw));
    }
  }

  private String draw(RunRecord run) {
    Path file = directory.resolve(run.id() + ".png");
    chart.write(List.of(run), file);
    return "Its chart is " + file + ".";
  }
}
