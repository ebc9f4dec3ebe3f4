package dev.goldilocks.ui;

import dev.goldilocks.ui.settings.WindowPlace;
import dev.goldilocks.ui.settings.WindowPlace.Extent;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * The workbench in a window of the platform. It opens where it was closed, if a screen is still
 * there, and when it closes, nothing that it started is left.
 */
public final class WorkbenchWindow {

  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 640;
  private static final double FIRST_WIDTH = 1280;
  private static final double FIRST_HEIGHT = 800;

  private final Stage stage;
  private final Workbench workbench;
  private final Runnable closed;
  private Optional<WindowPlace> restored = Optional.empty();

  /**
   * @param closed runs after everything is gone, on a thread of its own
   */
  public WorkbenchWindow(Stage stage, Workbench workbench, Runnable closed) {
    this.stage = stage;
    this.workbench = workbench;
    this.closed = closed;
  }

  /** Opens the window. */
  public void show() {
    stage.setTitle(workbench.title());
    stage.setScene(workbench.scene(FIRST_WIDTH, FIRST_HEIGHT));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    workbench.place().filter(WorkbenchWindow::isOnAScreen).ifPresent(this::restore);
    workbench.closingQuestion().setOnClose(stage::hide);
    stage.setOnCloseRequest(
        request -> {
          if (!workbench.closingQuestion().mayClose()) {
            request.consume();
          }
        });
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> close());
    stage.show();
    workbench.start();
  }

  /** Stopping an engine may take seconds: nobody should have to look at that. */
  private void close() {
    Runnable rest = workbench.closing(place());
    Thread.ofPlatform()
        .name("closing")
        .start(
            () -> {
              rest.run();
              closed.run();
            });
  }

  private void restore(WindowPlace place) {
    restored = Optional.of(place);
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.extent() == Extent.MAXIMISED);
  }

  private WindowPlace place() {
    if (stage.isMaximized()) {
      return restored
          .map(
              before ->
                  new WindowPlace(
                      before.x(), before.y(), before.width(), before.height(), Extent.MAXIMISED))
          .orElseGet(() -> current(Extent.MAXIMISED));
    }
    return current(Extent.WINDOW);
  }

  private WindowPlace current(Extent extent) {
    return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), extent);
  }

  private static boolean isOnAScreen(WindowPlace place) {
    Rectangle2D window = new Rectangle2D(place.x(), place.y(), place.width(), place.height());
    return Screen.getScreens().stream()
        .anyMatch(screen -> screen.getVisualBounds().intersects(window));
  }
}
