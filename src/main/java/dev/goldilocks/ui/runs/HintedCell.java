package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.ui.text.IntervalHint;
import dev.goldilocks.ui.text.MeasuredText;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A figure of a run at its fastest K, right-aligned; its interval is in the tooltip. */
final class HintedCell extends TableCell<RunRow, RunRow> {

  private final Function<RunResult, MeasuredText> figure;
  private final IntervalHint hint;

  HintedCell(Function<RunResult, MeasuredText> figure, IntervalHint hint) {
    this.figure = figure;
    this.hint = hint;
    setAlignment(Pos.CENTER_RIGHT);
  }

  @Override
  protected void updateItem(RunRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null || row.fastest().isEmpty()) {
      setText(null);
      explain("");
      return;
    }
    RunResult result = row.fastest().get();
    MeasuredText written = figure.apply(result);
    setText(written.figure());
    explain(hint.of(written, result));
  }

  private void explain(String interval) {
    setTooltip(interval.isEmpty() ? null : new Tooltip(interval));
    setAccessibleHelp(interval);
  }
}
