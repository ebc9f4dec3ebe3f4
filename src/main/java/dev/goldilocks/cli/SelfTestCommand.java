package dev.goldilocks.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.SelfTestResult;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.engine.SelfTest;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.runs.FigureText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how far the intervals can be trusted: measures the baseline against itself. */
@Command(
    name = "selftest",
    sortOptions = false,
    description = {
      "Measures the target against itself in 40 short runs.",
      "No interval should say that one side is faster; up to 5 may, since a 95 %%",
      "interval errs one time in 20. More than that, and the exit code is 1: something",
      "disturbs this machine."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  goldilocks selftest", "  goldilocks selftest --json"})
final class SelfTestCommand implements Callable<Integer> {

  /** Makes the runs; see {@link SelfTest#run}. */
  @FunctionalInterface
  interface Runs {
    SelfTestResult run(
        SelfTest.Request request, Consumer<Interval> measured, BooleanSupplier cancelled);
  }

  private static final int PROMPTS = 12;
  private static final int NEW_TOKENS = 32;

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private final Terminal terminal;
  private final Interruption interruption;
  private final BundledAssets bundled;
  private final Supplier<MachineDescription> machine;
  private final CrowdWarning crowd;
  private final Runs runs;

  @Option(
      names = "--target",
      paramLabel = "DIR",
      description = "Checkpoint to measure. Default: the bundled target.")
  private Optional<Path> target = Optional.empty();

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "Its weights: f32, bf16 or int8. Default: bf16.")
  private Optional<Precision> precision = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the kernels. Default: one for each physical core.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--json", description = "Prints every run's interval as JSON.")
  private boolean json;

  SelfTestCommand(
      Terminal terminal,
      Interruption interruption,
      BundledAssets bundled,
      Supplier<MachineDescription> machine,
      CrowdWarning crowd,
      Runs runs) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.bundled = bundled;
    this.machine = machine;
    this.crowd = crowd;
    this.runs = runs;
  }

  @Override
  public Integer call() {
    SelfTest.Request request = request();
    crowd.look(request.threads());
    AtomicBoolean cancelled = new AtomicBoolean();
    AtomicInteger done = new AtomicInteger();
    try (Interruption.Listening _ = interruption.listen(() -> cancelled.set(true))) {
      SelfTestResult result =
          runs.run(
              request,
              speedup -> terminal.complain(progress(done.incrementAndGet(), speedup)),
              cancelled::get);
      report(result);
      return result.passed() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (CancellationException e) {
      terminal.complain("Cancelled after " + done + " of " + SelfTestResult.RUNS + " runs.");
      return ExitCode.CANCELLED;
    }
  }

  private SelfTest.Request request() {
    Device.Usable cpu = Devices.usable(RunDefaults.DEVICE, machine.get());
    return new SelfTest.Request(
        new ModelChoice(
            target.orElseGet(() -> bundled.pair().target()),
            precision.orElse(RunDefaults.PRECISION)),
        threads.map(cpu::checkedThreads).orElse(cpu.defaultThreads()),
        new PromptChoice(bundled.prompts(), PROMPTS),
        NEW_TOKENS);
  }

  private static String progress(int run, Interval speedup) {
    return "run %d of %d: %s [%s, %s]%s"
        .formatted(
            run,
            SelfTestResult.RUNS,
            FIGURES.factor(speedup.value()),
            FIGURES.number(speedup.low()),
            FIGURES.number(speedup.high()),
            SelfTestResult.isAlarm(speedup) ? ", a false alarm" : "");
  }

  private void report(SelfTestResult result) {
    if (json) {
      terminal.document(document(result).toPrettyString() + "\n");
      return;
    }
    terminal.say(
        "%d of %d runs of the baseline against itself raised a false alarm; %d are allowed: %s."
            .formatted(
                result.alarms(),
                result.speedups().size(),
                SelfTestResult.ALARMS_ALLOWED,
                result.passed() ? "passed" : "not passed"));
  }

  private static ObjectNode document(SelfTestResult result) {
    ObjectNode document = new JsonMapper().createObjectNode();
    document.put("format", "goldilocks-selftest");
    document.put("version", 1);
    document.put("passed", result.passed());
    document.put("alarms", result.alarms());
    document.put("alarmsAllowed", SelfTestResult.ALARMS_ALLOWED);
    ArrayNode runs = document.putArray("runs");
    for (Interval speedup : result.speedups()) {
      ObjectNode run = runs.addObject();
      put(run, "speedup", speedup.value());
      put(run, "speedupLow", speedup.low());
      put(run, "speedupHigh", speedup.high());
      run.put("pairs", speedup.pairs());
      run.put("alarm", SelfTestResult.isAlarm(speedup));
    }
    return document;
  }

  private static void put(ObjectNode node, String name, double figure) {
    node.put(name, Double.isFinite(figure) ? (Double) figure : null);
  }
}
