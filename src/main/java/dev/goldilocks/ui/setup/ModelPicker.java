package dev.goldilocks.ui.setup;

import dev.goldilocks.ui.nodes.Dropdown;
import dev.goldilocks.ui.text.Texts;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that names what is picked and drops down a list of all, with a field to search it. */
public final class ModelPicker extends Button {

  private static final double WIDTH = 400;
  private static final double PADDING = 24;
  private static final double ROW = 38;
  private static final double ROW_OF_LOOKUP = 52;
  private static final double ROW_WITH_REASON = 66;
  private static final double BORDERS = 2;
  private static final double HIGHEST = 320;

  private final TextField search = new TextField();
  private final ListView<Pick> list = new ListView<>();
  private final Dropdown dropdown = new Dropdown(new VBox(search, list));
  private final Label name = new Label();

  public ModelPicker() {
    getStyleClass().add("picker");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox face = new HBox(name, gap, new FontIcon("fth-chevron-down"));
    face.getStyleClass().add("picker-face");
    face.prefWidthProperty().bind(widthProperty().subtract(PADDING));
    setGraphic(face);
    name.setMinWidth(0);
    search.setId("search");
    list.setId("models");
    list.getStyleClass().add("dense");
  }

  /**
   * Lets people pick.
   *
   * @param misfit why a model cannot be picked beside the other one; empty when it can
   */
  void bind(ModelPickerViewModel picker, Function<Pick, String> misfit, Texts texts) {
    name.textProperty()
        .bind(picker.pickedProperty().map(picker::name).orElse(texts.of("setup.model.none")));
    search.setPromptText(texts.of("setup.model.search"));
    search.textProperty().bindBidirectional(picker.searchProperty());
    list.setItems(picker.found());
    list.setPlaceholder(new Label(texts.of("setup.model.unknown")));
    list.setCellFactory(_ -> new ModelCell(picker, misfit, WIDTH));
    list.setPrefWidth(WIDTH);
    setOnAction(_ -> open(height(picker, misfit)));
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> pick(picker));
    list.addEventFilter(KeyEvent.KEY_PRESSED, key -> pickWithEnter(key, picker));
    search.addEventFilter(KeyEvent.KEY_PRESSED, key -> leaveSearch(key, picker));
  }

  private static double height(ModelPickerViewModel picker, Function<Pick, String> misfit) {
    double rows = picker.all().stream().mapToDouble(pick -> height(pick, misfit)).sum();
    return Math.clamp(rows + BORDERS, 2 * ROW, HIGHEST);
  }

  /** Under its name and facts: why a model does not fit, and how guesses come without one. */
  private static double height(Pick pick, Function<Pick, String> misfit) {
    return switch (pick) {
      case Pick.Model _ -> misfit.apply(pick).isEmpty() ? ROW : ROW_WITH_REASON;
      case Pick.Lookup _ -> ROW_OF_LOOKUP;
    };
  }

  private void open(double height) {
    list.setPrefHeight(height);
    search.clear();
    list.getSelectionModel().clearSelection();
    dropdown.showBelow(this, search);
  }

  private void pickWithEnter(KeyEvent key, ModelPickerViewModel picker) {
    if (key.getCode() == KeyCode.ENTER) {
      pick(picker);
      key.consume();
    }
  }

  /** From the field, Down goes into the list and Enter takes its first model. */
  private void leaveSearch(KeyEvent key, ModelPickerViewModel picker) {
    if (key.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
      list.getSelectionModel().selectFirst();
      list.requestFocus();
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      list.getSelectionModel().selectFirst();
      pick(picker);
      key.consume();
    }
  }

  private void pick(ModelPickerViewModel picker) {
    Pick chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      dropdown.hide();
      picker.pickedProperty().set(chosen);
    }
  }
}
