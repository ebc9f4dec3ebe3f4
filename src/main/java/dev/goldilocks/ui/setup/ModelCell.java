package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.ui.nodes.Presence;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A model in a picker's list: its name, its facts, and why it does not fit, if so. */
final class ModelCell extends ListCell<Checkpoint> {

  private static final double MARGIN = 32;

  private final Function<Checkpoint, String> facts;
  private final Function<Checkpoint, String> misfit;
  private final Label name = new Label();
  private final Label factsLine = new Label();
  private final Label misfitLine = new Label();
  private final VBox lines = new VBox(name, factsLine, misfitLine);

  /**
   * @param misfit empty for a model that fits
   * @param width of the list, in pixels
   */
  ModelCell(Function<Checkpoint, String> facts, Function<Checkpoint, String> misfit, double width) {
    this.facts = facts;
    this.misfit = misfit;
    factsLine.getStyleClass().add("facts");
    misfitLine.getStyleClass().add("problem");
    misfitLine.setWrapText(true);
    misfitLine.setPrefWidth(width - MARGIN);
    misfitLine.setMinHeight(Region.USE_PREF_SIZE);
    Presence.bindToText(misfitLine);
    getStyleClass().add("model-cell");
  }

  @Override
  protected void updateItem(Checkpoint model, boolean empty) {
    super.updateItem(model, empty);
    if (empty || model == null) {
      setGraphic(null);
      return;
    }
    name.setText(model.id());
    factsLine.setText(facts.apply(model));
    misfitLine.setText(misfit.apply(model));
    setGraphic(lines);
  }
}
