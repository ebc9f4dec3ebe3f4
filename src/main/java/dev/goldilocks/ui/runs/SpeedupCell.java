package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.IntervalHint;
import dev.goldilocks.ui.text.MeasuredFigures;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A speedup with its interval, as figures and as a bar; the bar is hollow where the figures are not
 * to be relied on.
 */
final class SpeedupCell extends TableCell<RunRow, RunRow> {

  private static final PseudoClass DISTURBED = PseudoClass.getPseudoClass("disturbed");

  private final FigureFormat figures;
  private final IntervalHint hint;
  private final Label value = new Label();
  private final IntervalBar bar = new IntervalBar();
  private final Label ends = new Label();
  private final HBox line = new HBox(value, bar, ends);

  SpeedupCell(FigureFormat figures, IntervalHint hint) {
    this.figures = figures;
    this.hint = hint;
    value.getStyleClass().add("speedup-value");
    ends.getStyleClass().add("speedup-ends");
    line.getStyleClass().add("speedup-cell");
    HBox.setHgrow(bar, Priority.ALWAYS);
  }

  @Override
  protected void updateItem(RunRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    value.setText(figures.ratio(row.speedup().value()));
    ends.setText(figures.ends(row.speedup()));
    bar.show(row.speedup());
    bar.pseudoClassStateChanged(DISTURBED, row.disturbance().isPresent());
    setTooltip(row.fastest().map(this::interval).orElse(null));
    setGraphic(line);
  }

  private Tooltip interval(RunResult result) {
    return new Tooltip(hint.of(new MeasuredFigures(figures).speedup(result), result));
  }
}
