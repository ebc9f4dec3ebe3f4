package dev.goldilocks.ui;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.runs.LibraryLocation;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.settings.Settings;
import dev.goldilocks.ui.settings.SettingsFile;
import dev.goldilocks.ui.settings.SettingsLocation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Window;

/**
 * Prints what watching costs: tokens/s of one and the same run with the real window open on the
 * live page over those of {@code goldilocks run}, in pairs (20 unless told) whose order is drawn
 * from a fixed seed. The runs are short, so that both of a pair find the machine in one state. Each
 * measurement has processes of its own and a library of its own; the window's Run button is
 * pressed. Needs a display, or {@code -Dglass.platform=Headless}. A program, not a test: it is for
 * a quiet machine.
 */
public final class ObserverEffect {

  private static final String CHILD = "child";
  private static final List<String> RUN =
      List.of("run", "-k", "4", "--repeats", "1", "--limit", "16", "--seed", "1");
  private static final long LOOK_MILLIS = 500;

  private ObserverEffect() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(CHILD)) {
      Thread.ofPlatform().daemon().start(ObserverEffect::pressRunAndWait);
      WorkbenchApplication.open(List.of());
    } else {
      measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20);
    }
  }

  private static void measure(int pairs) throws Exception {
    // The first run says what "goldilocks run" asks for, and warms the disk's cache.
    RunSpec spec =
        switch (inTerminal().spec()) {
          case RunSpec asked -> asked;
          default -> throw new IllegalStateException("a run that was measured has its set-up");
        };
    RandomGenerator order = RandomGeneratorFactory.getDefault().create(1);
    List<RunResult> terminal = new ArrayList<>();
    List<RunResult> window = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      boolean windowFirst = order.nextBoolean();
      if (windowFirst) {
        window.add(inWindow(spec).results().getFirst());
      }
      terminal.add(inTerminal().results().getFirst());
      if (!windowFirst) {
        window.add(inWindow(spec).results().getFirst());
      }
      System.out.printf(
          "pair %d: baseline %.0f / %.0f, speculative %.0f / %.0f tokens/s (window / terminal)%n",
          pair + 1,
          window.getLast().baseline().decodeTokensPerSecond(),
          terminal.getLast().baseline().decodeTokensPerSecond(),
          window.getLast().speculative().decodeTokensPerSecond(),
          terminal.getLast().speculative().decodeTokensPerSecond());
    }
    print("baseline", window, terminal, RunResult::baseline);
    print("speculative", window, terminal, RunResult::speculative);
  }

  private static void print(
      String side,
      List<RunResult> window,
      List<RunResult> terminal,
      Function<RunResult, SideFigures> figures) {
    List<List<Double>> ratios = new ArrayList<>();
    for (int pair = 0; pair < window.size(); pair++) {
      ratios.add(
          List.of(
              figures.apply(window.get(pair)).decodeTokensPerSecond()
                  / figures.apply(terminal.get(pair)).decodeTokensPerSecond()));
    }
    Interval ratio = new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1).geometricMean(ratios);
    System.out.printf(
        "%-12s window / terminal %.3f  95 %% interval [%.3f, %.3f]  of %d pairs, %d processors%n",
        side,
        ratio.value(),
        ratio.low(),
        ratio.high(),
        window.size(),
        Runtime.getRuntime().availableProcessors());
  }

  private static RunRecord inTerminal() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("observer");
    List<String> arguments = new ArrayList<>(List.of("dev.goldilocks.Main"));
    arguments.addAll(RUN);
    return run(directory, arguments);
  }

  private static RunRecord inWindow(RunSpec spec) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("observer");
    Settings first = Settings.FIRST_START;
    new SettingsFile(directory.resolve("settings.json"))
        .save(
            new Settings(
                first.theme(),
                first.place(),
                Optional.of(spec),
                first.setups(),
                List.of(),
                first.waiting(),
                first.columns()));
    RunRecord run = run(directory, List.of(ObserverEffect.class.getName(), CHILD));
    if (!run.spec().equals(spec)) {
      throw new IllegalStateException("the window ran " + run.spec() + " instead of " + spec);
    }
    return run;
  }

  private static RunRecord run(Path directory, List<String> program)
      throws IOException, InterruptedException {
    Path library = directory.resolve("library");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D%s=%s".formatted(LibraryLocation.PROPERTY, library));
    command.add("-D%s=%s".formatted(SettingsLocation.PROPERTY, directory));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    Path log = directory.resolve("log");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + ": " + Files.readString(log));
    }
    RunLibrary runs = new RunLibrary(library);
    return runs.list().runs().stream()
        .filter(run -> run.provenance() == Provenance.MEASURED)
        .max(Comparator.comparing(RunSummary::createdAt))
        .map(run -> runs.read(run.id()))
        .orElseThrow();
  }

  private static void pressRunAndWait() {
    try {
      while (!ask(ObserverEffect::pressRun)) {
        Thread.sleep(LOOK_MILLIS);
      }
      while (!ask(ObserverEffect::isKept)) {
        Thread.sleep(LOOK_MILLIS);
      }
      Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean ask(Function<Window, Boolean> question)
      throws InterruptedException, ExecutionException {
    FutureTask<Boolean> asked =
        new FutureTask<>(() -> Window.getWindows().stream().anyMatch(question::apply));
    try {
      Platform.runLater(asked);
    } catch (IllegalStateException e) {
      // The toolkit is not up yet.
      return false;
    }
    return asked.get();
  }

  private static boolean pressRun(Window window) {
    if (window.isShowing()
        && node(window, "#run").orElse(null) instanceof Button run
        && !run.isDisabled()) {
      run.fire();
      return true;
    }
    return false;
  }

  private static boolean isKept(Window window) {
    return node(window, "#showKept").filter(Node::isVisible).isPresent();
  }

  private static Optional<Node> node(Window window, String id) {
    return Optional.ofNullable(window.getScene()).map(scene -> scene.lookup(id));
  }
}
