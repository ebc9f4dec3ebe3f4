package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUp;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** Shows the run that is picked in the list: how it was set up, and its figures at each K. */
public final class RunDetailsController {

  private final SavedRunsViewModel saved;
  private final Consumer<RunSpec> setUpAgain;
  private final Texts texts;
  private final FigureFormat figures;

  @FXML private HBox details;
  @FXML private Label name;
  @FXML private Button again;
  @FXML private GridPane setUp;
  @FXML private TableView<RunResult> results;
  @FXML private TableColumn<RunResult, String> draftTokens;
  @FXML private TableColumn<RunResult, Double> speedup;
  @FXML private TableColumn<RunResult, String> interval;
  @FXML private TableColumn<RunResult, Double> baseline;
  @FXML private TableColumn<RunResult, Double> speculative;
  @FXML private TableColumn<RunResult, Double> acceptance;
  @FXML private TableColumn<RunResult, Double> acceptanceLength;
  @FXML private TableColumn<RunResult, Double> firstToken;
  @FXML private TableColumn<RunResult, Double> memory;

  /**
   * @param setUpAgain takes a run's set-up to the bench
   */
  public RunDetailsController(
      SavedRunsViewModel saved, Consumer<RunSpec> setUpAgain, Texts texts, FigureFormat figures) {
    this.saved = saved;
    this.setUpAgain = setUpAgain;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  private void initialize() {
    Presence.bind(
        details,
        Bindings.createBooleanBinding(
            () -> saved.shownProperty().get().isPresent(), saved.shownProperty()));
    draftTokens.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(figures.count(row.getValue().draftTokens())));
    draftTokens.setCellFactory(_ -> new FigureCell<>(Function.identity()));
    column(speedup, result -> result.speedup().value(), figures::ratio);
    interval.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(figures.ends(row.getValue().speedup())));
    interval.setCellFactory(_ -> new FigureCell<>(Function.identity()));
    column(baseline, result -> result.baseline().decodeTokensPerSecond(), figures::number);
    column(speculative, result -> result.speculative().decodeTokensPerSecond(), figures::number);
    column(acceptance, RunResult::acceptanceRate, figures::percent);
    column(acceptanceLength, RunResult::meanAcceptanceLength, figures::number);
    column(firstToken, result -> result.speculative().timeToFirstTokenMs(), figures::number);
    column(memory, RunDetailsController::memory, bytes -> figures.bytes(bytes.longValue()));
    results.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    saved.shownProperty().subscribe(this::show);
  }

  @FXML
  private void setUpAgain() {
    saved.shownProperty().get().flatMap(RunDetailsController::request).ifPresent(setUpAgain);
  }

  /** What was asked for; nothing when the figures are someone else's. */
  private static Optional<RunSpec> request(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> Optional.of(spec);
      case ReportedConditions _ -> Optional.empty();
    };
  }

  /** Peak memory in bytes; negative, which is written as a dash, when it is not known. */
  private static double memory(RunResult result) {
    return result.peakMemoryBytes() == 0 ? -1 : result.peakMemoryBytes();
  }

  private void show(Optional<RunSummary> shown) {
    shown.ifPresent(
        run -> {
          name.setText(run.name());
          again.setVisible(request(run).isPresent());
          results.getItems().setAll(run.results());
          listSetUp(run);
        });
  }

  private void listSetUp(RunSummary run) {
    setUp.getChildren().clear();
    List<Row> rows =
        List.of(
            new Row("run.target", SetUp.target(run)),
            new Row("run.draft", SetUp.draft(run)),
            new Row("run.device", SetUp.device(run)),
            new Row("run.prompts", SetUp.prompts(run)),
            new Row("run.length", SetUp.length(run) + ", " + SetUp.repeats(run)),
            new Row("run.sampling", SetUp.sampling(run)),
            new Row("run.machine", SetUp.machine(run)),
            new Row("run.software", SetUp.software(run)));
    for (int index = 0; index < rows.size(); index++) {
      Label caption = new Label(texts.of(rows.get(index).key));
      caption.getStyleClass().add("legend");
      Label value = new Label(rows.get(index).value);
      value.getStyleClass().add("detail");
      setUp.addRow(index, caption, value);
    }
  }

  private static void column(
      TableColumn<RunResult, Double> column,
      ToDoubleFunction<RunResult> figure,
      Function<Double, String> text) {
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(figure.applyAsDouble(row.getValue())));
    column.setCellFactory(_ -> new FigureCell<>(text));
  }

  private record Row(String key, String value) {}
}
