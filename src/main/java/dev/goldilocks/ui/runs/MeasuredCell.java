package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.ui.text.MeasuredText;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;

/** A figure with its interval under it, right-aligned so that digits stand below each other. */
final class MeasuredCell extends TableCell<RunResult, RunResult> {

  private final Function<RunResult, MeasuredText> text;
  private final Label figure = new Label();
  private final Label interval = new Label();
  private final VBox lines = new VBox(figure, interval);

  MeasuredCell(Function<RunResult, MeasuredText> text) {
    this.text = text;
    lines.getStyleClass().add("measured");
    interval.getStyleClass().add("measured-interval");
  }

  @Override
  protected void updateItem(RunResult result, boolean empty) {
    super.updateItem(result, empty);
    if (empty || result == null) {
      setGraphic(null);
      return;
    }
    MeasuredText written = text.apply(result);
    figure.setText(written.figure());
    interval.setText(written.interval());
    setGraphic(lines);
  }
}
