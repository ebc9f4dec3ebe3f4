package dev.goldilocks.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** The platform's own dragging. A node under files has the pseudo-class {@code drop-target}. */
public final class SystemFileDrops implements FileDrops {

  private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

  @Override
  public void onto(Node target, Consumer<List<Path>> dropped) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            target.pseudoClassStateChanged(DROP_TARGET, true);
            event.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_EXITED, _ -> target.pseudoClassStateChanged(DROP_TARGET, false));
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
          event.setDropCompleted(!files.isEmpty());
          event.consume();
          if (!files.isEmpty()) {
            dropped.accept(files);
          }
        });
  }
}
