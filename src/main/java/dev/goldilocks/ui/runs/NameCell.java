package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Verdict;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.runs.VerdictText;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A run's name. Figures that are not this program's own whole measurement, or of a machine that
 * something else took meanwhile, say so in a mark, which stays whole however narrow the column is.
 */
final class NameCell extends TableCell<RunRow, RunRow> {

  /** Left and right of what stands in a cell, in pixels. */
  private static final double INSETS = 16;

  private static final double TOOLTIP_WIDTH = 420;

  private final Texts texts;
  private final VerdictText verdicts;
  private final SetUpText setUps;
  private final Label name = new Label();
  private final Label origin = new Label();
  private final Label disturbed = new Label();
  private final HBox line = new HBox(name, origin, disturbed);

  NameCell(Texts texts) {
    this.texts = texts;
    this.verdicts = new VerdictText(texts.locale());
    this.setUps = new SetUpText(texts.locale());
    name.setMinWidth(0);
    // Names that share a pair differ at their end.
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    origin.getStyleClass().add("provenance-mark");
    disturbed.getStyleClass().add("disturbed-mark");
    for (Label mark : List.of(origin, disturbed)) {
      mark.setMinWidth(Region.USE_PREF_SIZE);
      Presence.bindToText(mark);
    }
    line.getStyleClass().add("name-cell");
    line.maxWidthProperty().bind(widthProperty().subtract(INSETS));
  }

  @Override
  protected void updateItem(RunRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    RunSummary run = row.run();
    Optional<Verdict> disturbance = row.disturbance();
    name.setText(run.name());
    origin.setText(
        run.isWholeMeasurement()
            ? ""
            : texts.of("runs.mark." + run.provenance().name().toLowerCase(Locale.ROOT)));
    disturbed.setText(disturbance.isPresent() ? texts.of("runs.mark.disturbed") : "");
    setTooltip(tooltip(run, disturbance));
    setGraphic(line);
  }

  private Tooltip tooltip(RunSummary run, Optional<Verdict> disturbance) {
    String marked = texts.of("runs.name.marked", run.name(), setUps.value(SetUpPart.FIGURES, run));
    Tooltip tooltip =
        new Tooltip(
            disturbance
                .map(
                    verdict ->
                        texts.of("runs.name.disturbed", marked, verdicts.whole(verdict, List.of())))
                .orElse(marked));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    return tooltip;
  }
}
