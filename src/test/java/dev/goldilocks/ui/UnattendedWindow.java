package dev.goldilocks.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Window;

/**
 * Opens the window, presses its Run button, and closes it when the run is kept. A program, not a
 * test: {@link ObserverEffect} starts it with settings and a library of its own.
 */
public final class UnattendedWindow {

  private static final long LOOK_MILLIS = 500;

  private UnattendedWindow() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(UnattendedWindow::pressRunAndWait);
    WorkbenchApplication.open(List.of());
  }

  private static void pressRunAndWait() {
    try {
      while (!ask(UnattendedWindow::pressRun)) {
        Thread.sleep(LOOK_MILLIS);
      }
      while (!ask(UnattendedWindow::isKept)) {
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
