package dev.goldilocks.ui.setup;

import dev.goldilocks.ui.nodes.Presence;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An entry of a picker's list: its name, its facts, and why it does not fit, if so. */
final class ModelCell extends ListCell<Pick> {

  private static final double MARGIN = 32;

  private final ModelPickerViewModel picker;
  private final Function<Pick, String> misfit;
  private final Label name = new Label();
  private final Label factsLine = new Label();
  private final Label misfitLine = new Label();
  private final VBox lines = new VBox(name, factsLine, misfitLine);

  /**
   * @param misfit empty for a model that fits
   * @param width of the list, in pixels
   */
  ModelCell(ModelPickerViewModel picker, Function<Pick, String> misfit, double width) {
    this.picker = picker;
    this.misfit = misfit;
    factsLine.getStyleClass().add("facts");
    factsLine.setWrapText(true);
    factsLine.setPrefWidth(width - MARGIN);
    factsLine.setMinHeight(Region.USE_PREF_SIZE);
    misfitLine.getStyleClass().add("problem");
    misfitLine.setWrapText(true);
    misfitLine.setPrefWidth(width - MARGIN);
    misfitLine.setMinHeight(Region.USE_PREF_SIZE);
    Presence.bindToText(misfitLine);
    getStyleClass().add("model-cell");
  }

  @Override
  protected void updateItem(Pick pick, boolean empty) {
    super.updateItem(pick, empty);
    if (empty || pick == null) {
      setGraphic(null);
      return;
    }
    name.setText(picker.name(pick));
    factsLine.setText(picker.facts(pick));
    misfitLine.setText(misfit.apply(pick));
    setGraphic(lines);
  }
}
