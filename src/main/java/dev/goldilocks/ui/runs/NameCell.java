package dev.goldilocks.ui.runs;

import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUp;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A run's name. Figures that are not this program's own whole measurement say so in a mark, which
 * stays whole however narrow the column is.
 */
final class NameCell extends TableCell<RunRow, RunSummary> {

  /** Left and right of what stands in a cell, in pixels. */
  private static final double INSETS = 16;

  private final Texts texts;
  private final Label name = new Label();
  private final Label mark = new Label();
  private final HBox line = new HBox(name, mark);

  NameCell(Texts texts) {
    this.texts = texts;
    name.setMinWidth(0);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.getStyleClass().add("provenance-mark");
    line.getStyleClass().add("name-cell");
    line.maxWidthProperty().bind(widthProperty().subtract(INSETS));
    Presence.bindToText(mark);
  }

  @Override
  protected void updateItem(RunSummary run, boolean empty) {
    super.updateItem(run, empty);
    if (empty || run == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    name.setText(run.name());
    mark.setText(
        SetUp.isWholeMeasurement(run)
            ? ""
            : texts.of("runs.mark." + run.provenance().name().toLowerCase(Locale.ROOT)));
    setTooltip(new Tooltip(texts.of("runs.name.marked", run.name(), SetUp.provenance(run))));
    setGraphic(line);
  }
}
