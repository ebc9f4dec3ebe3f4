package dev.goldilocks.cli;

import dev.goldilocks.bench.PassTimes;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.checkpoint.RandomCheckpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.engine.PassBenchmark;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times the passes of a model at every precision, beside what the memory allows. */
@Command(
    name = "passes",
    sortOptions = false,
    description =
        "Times a pass over 1, 5 and 8 tokens at every precision, beside what the memory allows.",
    footerHeading = "%nExamples:%n",
    footer = {"  goldilocks passes", "  goldilocks passes --target ~/models/Qwen2.5-0.5B"})
final class PassesCommand implements Callable<Integer> {

  private static final List<Integer> LENGTHS = List.of(1, 5, 8);

  /** Every time is kept until the end, and the median settles long before. */
  private static final int MOST_REPEATS = 10_000;

  private final Terminal terminal;
  private final Interruption interruption;
  private final Supplier<MachineDescription> machine;
  private final CrowdWarning crowd;

  @Option(
      names = "--target",
      paramLabel = "DIR",
      description =
          "Checkpoint to time. Default: one in the shape of Qwen2-0.5B with random weights, made"
              + " for the purpose (1 GB in the temporary folder, deleted at the end).")
  private Optional<Path> target = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the kernels. Default: the machine's physical cores.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Passes of each length; the median counts. Default: ${DEFAULT-VALUE}.")
  private int repeats = 25;

  PassesCommand(
      Terminal terminal,
      Interruption interruption,
      Supplier<MachineDescription> machine,
      CrowdWarning crowd) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.machine = machine;
    this.crowd = crowd;
  }

  @Override
  public Integer call() throws InterruptedException {
    requireRepeats("--repeats", repeats);
    Device.Usable cpu = Devices.usable(RunDefaults.DEVICE, machine.get());
    int used = threads.map(cpu::checkedThreads).orElse(cpu.defaultThreads());
    crowd.look(used);
    try (Interruption.Listening listening =
        interruption.listen(Thread.currentThread()::interrupt)) {
      return print(used, listening);
    }
  }

  private int print(int used, Interruption.Listening listening) throws InterruptedException {
    try {
      print(used);
      return ExitCode.DONE;
    } catch (InterruptedException | ProblemException e) {
      // Writing a file ends with a problem when its thread is interrupted.
      if (listening.interrupted()) {
        boolean _ = Thread.interrupted();
        terminal.complain("Cancelled; nothing is kept.");
        return ExitCode.CANCELLED;
      }
      throw e;
    }
  }

  private void print(int used) throws InterruptedException {
    PassBenchmark benchmark = PassBenchmark.withLibtorch(used, repeats);
    List<PassTimes> times =
        target.isPresent()
            ? measure(benchmark, CheckpointReader.read(target.get()))
            : measureRandom(benchmark);
    lines(machine.get(), used, times).forEach(terminal::say);
  }

  private static void requireRepeats(String option, int value) {
    if (value < 1 || value > MOST_REPEATS) {
      throw new ProblemException(
          "%s is %d; give a number from 1 to %d.".formatted(option, value, MOST_REPEATS));
    }
  }

  private List<PassTimes> measureRandom(PassBenchmark benchmark) throws InterruptedException {
    Path directory = temporaryDirectory();
    try {
      terminal.complain("Writing random weights.");
      RandomCheckpoint.QWEN2_HALF_BILLION.write(directory, 1);
      return measure(benchmark, CheckpointReader.read(directory));
    } finally {
      delete(directory);
    }
  }

  private List<PassTimes> measure(PassBenchmark benchmark, Checkpoint checkpoint)
      throws InterruptedException {
    List<PassTimes> times = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      terminal.complain("Timing " + precision.label() + ".");
      times.add(benchmark.measure(checkpoint, precision, LENGTHS));
    }
    return times;
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("goldilocks-passes");
    } catch (IOException e) {
      throw new ProblemException(
          "No temporary folder can be made in %s; set -Djava.io.tmpdir to another place."
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private void delete(Path directory) {
    for (String name : List.of("model.safetensors", "tokenizer.json", "config.json", "")) {
      try {
        Files.deleteIfExists(directory.resolve(name));
      } catch (IOException e) {
        terminal.complain("%s cannot be deleted; it is not needed.".formatted(directory));
      }
    }
  }

  static List<String> lines(MachineDescription machine, int threads, List<PassTimes> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%s, %d %s", machine.cpu(), threads, threads == 1 ? "thread" : "threads"));
    lines.add("");
    lines.add(
        "| precision | T(1) ms | T(5) ms | T(8) ms | T(5)/T(1) | T(8)/T(1) | read MB | memory GB/s"
            + " | share of it |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (PassTimes times : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.0f | %.1f | %.2f |",
              times.precision().label(),
              times.millis(1),
              times.millis(5),
              times.millis(8),
              times.overOneToken(5),
              times.overOneToken(8),
              times.bytesRead() / 1e6,
              times.readBytesPerSecond() / 1e9,
              times.bandwidthShare()));
    }
    return lines;
  }
}
