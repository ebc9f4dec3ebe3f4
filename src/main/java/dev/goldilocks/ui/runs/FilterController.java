package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.ui.nodes.Names;
import dev.goldilocks.ui.text.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Binds what the list of runs is filtered by. */
public final class FilterController {

  private final FilterViewModel model;
  private final Texts texts;

  @FXML private TextField filterText;
  @FXML private ComboBox<Optional<String>> filterModel;
  @FXML private ComboBox<Optional<String>> filterDevice;
  @FXML private ComboBox<Optional<String>> filterPrecision;
  @FXML private ComboBox<Optional<DraftLength>> filterDraftTokens;
  @FXML private ComboBox<Optional<String>> filterTag;
  @FXML private Button clearFilter;

  public FilterController(FilterViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    filterText.textProperty().bindBidirectional(model.textProperty());
    filterText.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !filterText.getText().isEmpty()) {
            filterText.clear();
            event.consume();
          }
        });
    bind(filterModel, model.model(), "filter.model", Function.identity());
    bind(filterDevice, model.device(), "filter.device", Function.identity());
    bind(filterPrecision, model.precision(), "filter.precision", Function.identity());
    bind(
        filterDraftTokens,
        model.draftTokens(),
        "filter.k",
        k -> texts.of("verdict.k", k.shortLabel()));
    bind(filterTag, model.tag(), "filter.tag", Function.identity());
    clearFilter
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.filterProperty().get().equals(RunFilter.ALL), model.filterProperty()));
  }

  @FXML
  private void clear() {
    model.clear();
  }

  private <T> void bind(
      ComboBox<Optional<T>> box,
      FilterViewModel.Facet<T> facet,
      String any,
      Function<T, String> name) {
    Names.set(box, choice -> choice.map(name).orElse(texts.of(any)));
    box.setItems(facet.choices());
    box.valueProperty().bindBidirectional(facet.chosen());
    box.setAccessibleText(texts.of(any));
  }
}
