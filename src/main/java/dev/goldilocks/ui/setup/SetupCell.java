package dev.goldilocks.ui.setup;

import dev.goldilocks.ui.settings.NamedSetup;
import dev.goldilocks.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A saved set-up: its name, what it asks for, and a button that removes it. */
final class SetupCell extends ListCell<NamedSetup> {

  private final SavedSetupsViewModel saved;
  private final Texts texts;
  private final Label name = new Label();
  private final Label facts = new Label();
  private final Button remove = new Button();
  private final HBox row;

  /**
   * @param take takes a set-up that was clicked
   */
  SetupCell(SavedSetupsViewModel saved, Consumer<NamedSetup> take, Texts texts) {
    this.saved = saved;
    this.texts = texts;
    facts.getStyleClass().add("facts");
    facts.setMinWidth(0);
    remove.setGraphic(new FontIcon("fth-x"));
    remove.getStyleClass().addAll("button-icon", "flat");
    VBox lines = new VBox(name, facts);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    row = new HBox(lines, remove);
    row.getStyleClass().add("setup-row");
    setPrefWidth(0);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        _ -> {
          if (getItem() != null) {
            take.accept(getItem());
          }
        });
  }

  @Override
  protected void updateItem(NamedSetup named, boolean empty) {
    super.updateItem(named, empty);
    if (empty || named == null) {
      setGraphic(null);
      return;
    }
    name.setText(named.name());
    facts.setText(saved.describe(named));
    remove.setAccessibleText(texts.of("setups.remove", named.name()));
    remove.setOnAction(_ -> saved.remove(named));
    setGraphic(row);
  }
}
