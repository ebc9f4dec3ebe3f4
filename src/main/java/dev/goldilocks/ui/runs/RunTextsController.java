package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;

/** Shows what a run wrote: for each pair the prompt and both sides' texts. */
public final class RunTextsController {

  private final RunPageViewModel model;
  private final Texts texts;
  private final FigureFormat figures;

  @FXML private Label noTexts;
  @FXML private HBox textsContent;
  @FXML private ListView<PairSample> pairs;
  @FXML private Label promptHead;
  @FXML private TextArea prompt;
  @FXML private Label sameText;
  @FXML private Label baselineHead;
  @FXML private TextArea baselineText;
  @FXML private Label speculativeHead;
  @FXML private TextArea speculativeText;

  public RunTextsController(RunPageViewModel model, Texts texts, FigureFormat figures) {
    this.model = model;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  private void initialize() {
    pairs.setCellFactory(_ -> new PairCell());
    var none = Bindings.isEmpty(pairs.getItems());
    Presence.bind(noTexts, none);
    Presence.bind(textsContent, none.not());
    model.runProperty().subscribe(this::list);
    pairs
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            pair -> {
              if (pair != null) {
                show(pair);
              }
            });
  }

  private void list(Optional<RunRecord> run) {
    pairs.getItems().setAll(run.map(RunRecord::samples).orElse(java.util.List.of()));
    pairs.getSelectionModel().selectFirst();
  }

  private void show(PairSample pair) {
    promptHead.setText(texts.of("texts.prompt", figures.count(pair.promptTokens())));
    prompt.setText(pair.plan().prompt().text());
    sameText.setText(
        switch (pair.comparison()) {
          case TextComparison.Identical _ -> texts.of("texts.same");
          case TextComparison.Diverged(int position, double gap, var _) ->
              texts.of("texts.differs", figures.count(position + 1L), figures.number(gap));
          case TextComparison.NotCompared _ -> texts.of("texts.sampled");
        });
    head(baselineHead, "texts.baseline", pair.baseline());
    head(speculativeHead, "texts.speculative", pair.speculative());
    baselineText.setText(pair.baseline().text());
    speculativeText.setText(pair.speculative().text());
  }

  private void head(Label label, String key, SideSample side) {
    label.setText(
        texts.of(
            key,
            figures.count(side.generation().ids().size()),
            figures.number(side.generation().decodeTokensPerSecond())));
  }

  private final class PairCell extends ListCell<PairSample> {

    @Override
    protected void updateItem(PairSample pair, boolean empty) {
      super.updateItem(pair, empty);
      setText(
          empty || pair == null
              ? null
              : texts.of(
                  "texts.pair",
                  pair.plan().prompt().id(),
                  pair.plan().prompt().category(),
                  pair.plan().length().shortLabel(),
                  figures.ratio(pair.ratio())));
    }
  }
}
