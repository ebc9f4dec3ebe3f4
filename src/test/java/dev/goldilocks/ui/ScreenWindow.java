package dev.goldilocks.ui;

import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.settings.Settings;
import dev.goldilocks.ui.settings.ThemeChoice;
import dev.goldilocks.ui.settings.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window over scripted runs, with its work on a thread of its own, as people have it. */
final class ScreenWindow {

  /** Longest wait for what the window does by itself, in seconds; far longer than it takes. */
  static final int PATIENCE_SECONDS = 30;

  private ScreenWindow() {}

  /**
   * Parts whose window has room for every page: the headless screen is 1000 by 1000.
   *
   * @param directories where the window gets a directory of its own
   */
  static FakeParts parts(Path directories) throws IOException {
    FakeParts parts = new FakeParts(Files.createTempDirectory(directories, "window"));
    parts
        .settings()
        .save(
            new Settings(
                ThemeChoice.LIGHT,
                Optional.of(new WindowPlace(0, 0, 1000, 900, WindowPlace.Extent.WINDOW)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
    return parts;
  }

  /** Shows the window of those parts. */
  static Workbench show(Stage stage, FakeParts parts) {
    return show(stage, parts, () -> {});
  }

  /** Shows the window of those parts, and tells when it is closed. */
  static Workbench show(Stage stage, FakeParts parts, Runnable closed) {
    Workbench workbench =
        new Workbench(
            parts.with(
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()),
                Platform::runLater));
    new WorkbenchWindow(stage, workbench, closed).show();
    return workbench;
  }

  /** Waits until the window is as it is said to be, and has been drawn so. */
  static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    Pulses.await(2);
  }
}
