package dev.goldilocks.ui;

import dev.goldilocks.engine.ProcessRunService;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.hardware.OtherPrograms;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.LibraryLocation;
import dev.goldilocks.runs.LibrarySeeding;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.files.SystemFileDialogs;
import dev.goldilocks.ui.files.SystemFileDrops;
import dev.goldilocks.ui.hardware.LastProbe;
import dev.goldilocks.ui.settings.SettingsFile;
import dev.goldilocks.ui.settings.SettingsLocation;
import dev.goldilocks.ui.setup.CatalogueShelf;
import dev.goldilocks.ui.setup.PromptFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window as a program: makes the real parts and puts the window together. Start it with {@link
 * #open}.
 */
public final class WorkbenchApplication extends Application {

  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApplication.class);

  private ExecutorService worker;
  private MachineDescription machine;
  private OtherPrograms others;

  /**
   * Opens the window, and returns when it is closed and nothing that it started is left.
   *
   * @param modelFolders folders to look for models in, besides the program's own
   */
  public static void open(List<Path> modelFolders) {
    launch(
        WorkbenchApplication.class,
        modelFolders.stream().map(Path::toString).toArray(String[]::new));
  }

  /** Runs before the FX thread has anything to do: describing the machine may take a second. */
  @Override
  public void init() {
    machine = MachineDescription.ofThisMachine();
    others = OtherPrograms.ofThisMachine();
    worker =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("files").factory());
  }

  @Override
  public void start(Stage stage) {
    Platform.setImplicitExit(false);
    WorkbenchParts parts = parts();
    // The one worker does this before it lists the library for the first time.
    worker.execute(() -> seed(parts.library()));
    Workbench workbench = new Workbench(parts);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          LOG.error("Uncaught on {}", thread.getName(), thrown);
          Platform.runLater(() -> workbench.shell().report(thrown));
        });
    new WorkbenchWindow(stage, workbench, this::closed).show();
  }

  /** Puts the sample runs into a library that has not had them yet. */
  private static void seed(RunLibrary library) {
    try {
      new LibrarySeeding(library)
          .seed(InstallationHome.ofThisProgram().sampleRuns())
          .forEach(problem -> LOG.warn("A sample run was not added: {}", problem.sentence()));
    } catch (ProblemException e) {
      LOG.warn("The sample runs were not added", e);
    }
  }

  private void closed() {
    worker.close();
    Platform.exit();
  }

  private WorkbenchParts parts() {
    RunLibrary library = new RunLibrary(LibraryLocation.current());
    List<Path> modelFolders = getParameters().getRaw().stream().map(Path::of).toList();
    ProcessRunService engine = new ProcessRunService(library.directory().resolve("journals"));
    Path settings = SettingsLocation.current();
    return new WorkbenchParts(
        engine,
        engine,
        new LastProbe(settings.resolveSibling("probe.json")),
        library,
        new CatalogueShelf(InstallationHome::ofThisProgram, modelFolders),
        new PromptFolder(InstallationHome::ofThisProgram),
        Devices.of(machine),
        others::busyCores,
        new SettingsFile(settings),
        new SystemFileDialogs(),
        new SystemFileDrops(),
        new Background(worker, Platform::runLater),
        Platform.getPreferences().colorSchemeProperty(),
        Locale.getDefault());
  }
}
