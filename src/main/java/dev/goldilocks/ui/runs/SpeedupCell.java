package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.ui.text.FigureFormat;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A speedup with its interval, as figures and as a bar. */
final class SpeedupCell extends TableCell<RunRow, Interval> {

  private final FigureFormat figures;
  private final Label value = new Label();
  private final IntervalBar bar = new IntervalBar();
  private final Label ends = new Label();
  private final HBox line = new HBox(value, bar, ends);

  SpeedupCell(FigureFormat figures) {
    this.figures = figures;
    value.getStyleClass().add("speedup-value");
    ends.getStyleClass().add("speedup-ends");
    line.getStyleClass().add("speedup-cell");
    HBox.setHgrow(bar, Priority.ALWAYS);
  }

  @Override
  protected void updateItem(Interval speedup, boolean empty) {
    super.updateItem(speedup, empty);
    if (empty || speedup == null) {
      setGraphic(null);
      return;
    }
    value.setText(figures.ratio(speedup.value()));
    ends.setText(figures.ends(speedup));
    bar.show(speedup);
    setGraphic(line);
  }
}
