package dev.goldilocks;

import dev.goldilocks.chart.HeadlessCharts;
import dev.goldilocks.cli.BundledAssets;
import dev.goldilocks.cli.Commands;
import dev.goldilocks.cli.Faults;
import dev.goldilocks.cli.RunServices;
import dev.goldilocks.cli.ShutdownInterruption;
import dev.goldilocks.cli.Terminal;
import dev.goldilocks.engine.EngineChild;
import dev.goldilocks.engine.InProcessRunService;
import dev.goldilocks.engine.ProcessRunService;
import dev.goldilocks.engine.RunService;
import dev.goldilocks.engine.TextGeneration;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.hardware.OtherPrograms;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.LibraryLocation;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.ui.WorkbenchApplication;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Starts the window or a command. */
public final class Main {

  private static final String MODEL_FOLDERS = "GOLDILOCKS_MODELS";

  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

  private Main() {}

  public static void main(String[] arguments) {
    Program program =
        new Program(
            Display::isThere, Main::window, Terminal::ofProcess, Main::commands, Main::faults);
    System.exit(program.start(arguments));
  }

  private static int window() {
    try {
      WorkbenchApplication.open(modelFolders());
      return ExitCode.DONE;
    } catch (UnsupportedOperationException e) {
      // What goes wrong in the window itself comes wrapped; this is the toolkit.
      throw new ProblemException(Display.refusal(String.valueOf(e.getMessage())), e);
    }
  }

  private static Commands commands() {
    Path library = LibraryLocation.current();
    return new Commands(
        new Commands.Surroundings(
            Terminal.ofProcess(),
            new ShutdownInterruption(),
            new Services(library),
            new RunLibrary(library),
            Path.of(System.getProperty("java.io.tmpdir")),
            new BundledAssets(InstallationHome::ofThisProgram),
            modelFolders(),
            MachineDescription::ofThisMachine,
            () -> OtherPrograms.overTheNext(LOOK_AROUND),
            (request, listener) -> TextGeneration.withLibtorch().write(request, listener),
            () -> EngineChild.run(Version.current(), System.in, System.out),
            // Not as method references, which would load JavaFX: the engine process has none.
            (runs, file) -> HeadlessCharts.write(runs, file),
            (runs, file) -> HeadlessCharts.writePage(runs, file),
            Version.current(),
            faults()));
  }

  private static Faults faults() {
    return new Faults(Terminal.ofProcess(), LogDirectory.current());
  }

  private static List<Path> modelFolders() {
    return Optional.ofNullable(System.getenv(MODEL_FOLDERS)).stream()
        .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .toList();
  }

  private record Services(Path library) implements RunServices {

    @Override
    public RunService inProcessesOfTheirOwn() {
      return new ProcessRunService(journals());
    }

    @Override
    public RunService inThisProcess() {
      return new InProcessRunService(journals(), Version.current());
    }

    private Path journals() {
      return library.resolve("journals");
    }
  }
}
