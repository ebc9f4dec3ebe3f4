package dev.goldilocks.ui.shell;

import dev.goldilocks.ui.bench.ClosingViewModel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Asks in place whether to close the window while that would cost something. */
final class ClosingLine {

  private final ClosingViewModel model;
  private final HBox line = new HBox();
  private final Label sentence = new Label();
  private final Button keep = new Button();
  private final Button close = new Button();

  ClosingLine(ClosingViewModel model) {
    this.model = model;
    keep.setId("keepMeasuring");
    keep.getStyleClass().addAll("small", "accent");
    keep.setOnAction(_ -> model.stay());
    close.setId("cancelAndClose");
    close.getStyleClass().addAll("small", "danger");
    close.setOnAction(_ -> model.leave());
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    for (Button button : new Button[] {keep, close}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    line.setId("closing");
    line.getStyleClass().addAll("notice", "notice-bar", "question");
    line.getChildren().setAll(sentence, keep, close);
    // Elsewhere Escape cancels the run: here it must not.
    line.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            model.stay();
            key.consume();
          }
        });
    model.stateProperty().subscribe(this::show);
  }

  Node node() {
    return line;
  }

  /** The harmless answer has the focus; a button that is not shown yet cannot take it. */
  void focus() {
    show(model.stateProperty().get());
    keep.requestFocus();
  }

  private void show(ClosingViewModel.State state) {
    sentence.setText(model.sentence());
    keep.setText(model.stayAnswer());
    close.setText(model.leaveAnswer());
    boolean isAsking = state == ClosingViewModel.State.ASKING;
    for (Button button : new Button[] {keep, close}) {
      button.setVisible(isAsking);
      button.setManaged(isAsking);
    }
  }
}
