package dev.goldilocks.ui.help;

import dev.goldilocks.runs.Definition;
import dev.goldilocks.ui.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Lists the keys and the terms. */
public final class HelpController {

  private final Texts texts;

  @FXML private GridPane keys;
  @FXML private GridPane terms;

  public HelpController(Texts texts) {
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    showKeys();
    Definition[] figures = Definition.values();
    for (int row = 0; row < figures.length; row++) {
      terms.addRow(
          row,
          label(figures[row].title(texts.locale()), "table-head"),
          wrapped(figures[row].meaning(texts.locale())));
    }
  }

  /** In two columns; each section goes to the one that is shorter so far. */
  private void showKeys() {
    VBox left = column();
    VBox right = column();
    int balance = 0;
    for (HelpSection section : HelpSection.ALL) {
      int height = section.keys().size() + 2;
      (balance > 0 ? right : left).getChildren().add(section(section));
      balance += balance > 0 ? -height : height;
    }
    keys.addRow(0, left, right);
  }

  private static VBox column() {
    VBox column = new VBox();
    column.getStyleClass().add("page-content");
    return column;
  }

  private Node section(HelpSection section) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-keys");
    for (int row = 0; row < section.keys().size(); row++) {
      HelpSection.Key key = section.keys().get(row);
      HBox combinations = new HBox();
      combinations.getStyleClass().add("help-combinations");
      key.combinations().stream()
          .map(HelpController::name)
          .map(name -> label(name, "key-cap"))
          .forEach(combinations.getChildren()::add);
      grid.addRow(row, combinations, wrapped(texts.of(key.text())));
    }
    VBox card = new VBox(label(texts.of(section.title()), "chart-title"), grid);
    card.getStyleClass().add("card");
    return card;
  }

  /** As this platform writes it. */
  private static String name(String combination) {
    return KeyCombination.valueOf(combination).getDisplayText();
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("detail");
    label.setWrapText(true);
    return label;
  }
}
