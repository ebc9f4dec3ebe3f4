package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.charts.ChartsPane;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the page of the run that is picked in the list. */
public final class RunPageController {

  private static final double ROW = 44;

  /** The head of a table with the line under its last row, in pixels. */
  private static final double HEAD_OF_TABLE = 34;

  private final RunPageViewModel model;
  private final ChartsPane charts;
  private final Consumer<RunSpec> runAgain;
  private final Texts texts;
  private final FigureFormat figures;
  private final SetUpRows setUpRows;
  private String shownId = "";

  @FXML private VBox page;
  @FXML private TextField runName;
  @FXML private Button again;
  @FXML private Label runProblem;
  @FXML private ToggleGroup parts;
  @FXML private ToggleButton partFigures;
  @FXML private ToggleButton partCharts;
  @FXML private ToggleButton partTimeline;
  @FXML private ToggleButton partTexts;
  @FXML private HBox figuresPart;
  @FXML private ScrollPane chartsPart;
  @FXML private StackPane chartsPlace;
  @FXML private Node timelinePart;
  @FXML private Node textsPart;
  @FXML private GridPane setUp;
  @FXML private TableView<RunResult> results;
  @FXML private TextField tags;
  @FXML private TextArea note;

  /**
   * @param charts shows the charts of the model
   * @param runAgain takes a run's set-up to the bench
   */
  public RunPageController(
      RunPageViewModel model,
      ChartsPane charts,
      Consumer<RunSpec> runAgain,
      Texts texts,
      FigureFormat figures) {
    this.model = model;
    this.charts = charts;
    this.runAgain = runAgain;
    this.texts = texts;
    this.figures = figures;
    this.setUpRows = new SetUpRows(figures);
  }

  @FXML
  private void initialize() {
    bindResults();
    chartsPlace.getChildren().setAll(charts);
    Presence.bind(
        page,
        Bindings.createBooleanBinding(
            () -> model.runProperty().get().isPresent(), model.runProperty()));
    Presence.bind(
        again,
        Bindings.createBooleanBinding(
            () -> model.runProperty().get().flatMap(RunPageController::request).isPresent(),
            model.runProperty()));
    Presence.bind(figuresPart, partFigures.selectedProperty());
    Presence.bind(chartsPart, partCharts.selectedProperty());
    Presence.bind(timelinePart, partTimeline.selectedProperty());
    Presence.bind(textsPart, partTexts.selectedProperty());
    parts.selectedToggleProperty().addListener((_, before, now) -> keepOne(before, now));
    runProblem.textProperty().bind(model.problemProperty());
    Presence.bindToText(runProblem);
    onLeaving(runName, () -> model.rename(runName.getText()));
    onLeaving(tags, () -> model.tag(tags.getText()));
    runName.setOnAction(_ -> model.rename(runName.getText()));
    tags.setOnAction(_ -> model.tag(tags.getText()));
    note.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                model.remark(note.getText());
              }
            });
    model.runProperty().subscribe(this::show);
  }

  private void bindResults() {
    new ResultsTable(results, texts, figures).build();
    results
        .prefHeightProperty()
        .bind(Bindings.size(results.getItems()).multiply(ROW).add(HEAD_OF_TABLE));
    results
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            result -> {
              if (result != null) {
                model.verdict().pickedProperty().set(result.length());
              }
            });
  }

  /** Puts the cursor into the run's name. */
  void editName() {
    runName.requestFocus();
    runName.selectAll();
  }

  private void keepOne(Toggle before, Toggle now) {
    if (now == null) {
      parts.selectToggle(before);
    }
  }

  private static void onLeaving(TextField field, Runnable action) {
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                action.run();
              }
            });
  }

  @FXML
  private void runAgain() {
    model.runProperty().get().flatMap(RunPageController::request).ifPresent(runAgain);
  }

  /** What was asked for; nothing when the figures are someone else's. */
  private static Optional<RunSpec> request(RunRecord run) {
    return switch (run.spec()) {
      case RunSpec spec -> Optional.of(spec);
      case ReportedConditions _ -> Optional.empty();
    };
  }

  private void show(Optional<RunRecord> shown) {
    shown.ifPresent(
        run -> {
          boolean isOther = !run.id().equals(shownId);
          shownId = run.id();
          fill(runName, run.name(), isOther);
          fill(tags, String.join(", ", run.tags()), isOther);
          fill(note, run.note(), isOther);
          Optional<RunResult> judged = model.verdict().shownProperty().get();
          results.getItems().setAll(run.results());
          judged.ifPresent(results.getSelectionModel()::select);
          list(setUpRows.of(RunSummary.of(run)));
        });
  }

  /** What somebody is typing stays, unless it belongs to another run. */
  private static void fill(TextInputControl field, String text, boolean isOther) {
    if (isOther || !field.isFocused()) {
      field.setText(text);
    }
  }

  private void list(List<SetUpRows.Row> rows) {
    setUp.getChildren().clear();
    for (int index = 0; index < rows.size(); index++) {
      Label caption = new Label(texts.of(rows.get(index).key()));
      caption.getStyleClass().add("legend");
      caption.setMinWidth(Label.USE_PREF_SIZE);
      GridPane.setValignment(caption, VPos.TOP);
      Label value = new Label(rows.get(index).value());
      value.getStyleClass().add("detail");
      value.setWrapText(true);
      setUp.addRow(index, caption, value);
    }
  }
}
