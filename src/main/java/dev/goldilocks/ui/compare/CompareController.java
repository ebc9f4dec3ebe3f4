package dev.goldilocks.ui.compare;

import dev.goldilocks.bench.Provenance;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpRow;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.charts.ChartsPane;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.MeasuredText;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the comparison of runs. */
public final class CompareController {

  private static final PseudoClass NOT_COMPARABLE = PseudoClass.getPseudoClass("not-comparable");
  private static final PseudoClass REPORTED = PseudoClass.getPseudoClass("reported");

  private final CompareViewModel model;
  private final ChartsPane charts;
  private final Runnable showRuns;
  private final Texts texts;
  private final FigureFormat figures;
  private final SetUpText setUps;

  @FXML private VBox empty;
  @FXML private Label emptyProblem;
  @FXML private VBox content;
  @FXML private FlowPane chips;
  @FXML private Label warning;
  @FXML private Label problem;
  @FXML private StackPane chartsPlace;
  @FXML private CheckBox allRows;
  @FXML private GridPane figureTable;
  @FXML private GridPane setUpTable;
  @FXML private Label alike;

  /**
   * @param charts shows the charts of the model
   * @param showRuns shows the list of runs
   */
  public CompareController(
      CompareViewModel model,
      ChartsPane charts,
      Runnable showRuns,
      Texts texts,
      FigureFormat figures) {
    this.model = model;
    this.charts = charts;
    this.showRuns = showRuns;
    this.texts = texts;
    this.figures = figures;
    this.setUps = new SetUpText(texts.locale());
  }

  @FXML
  private void initialize() {
    chartsPlace.getChildren().setAll(charts);
    chips.prefWrapLengthProperty().bind(chips.widthProperty());
    BooleanBinding none =
        Bindings.createBooleanBinding(
            () -> model.comparisonProperty().get().isEmpty(), model.comparisonProperty());
    Presence.bind(empty, none);
    Presence.bind(content, none.not());
    warning.textProperty().bind(model.warningProperty());
    problem.textProperty().bind(model.problemProperty());
    emptyProblem.textProperty().bind(model.problemProperty());
    List.of(warning, problem, emptyProblem).forEach(Presence::bindToText);
    Presence.bind(alike, Bindings.isEmpty(setUpTable.getChildren()));
    allRows.selectedProperty().bindBidirectional(model.allRowsProperty());
    model.comparisonProperty().subscribe(this::showRunsCompared);
    model.charts().drawnProperty().subscribe(this::showFigures);
    model.allRowsProperty().subscribe(this::showSetUp);
  }

  @FXML
  private void showRuns() {
    showRuns.run();
  }

  @FXML
  private void clear() {
    model.show(List.of());
  }

  private void showRunsCompared() {
    chips
        .getChildren()
        .setAll(
            model.comparisonProperty().get().stream()
                .flatMap(
                    compared ->
                        IntStream.range(0, compared.runs().size())
                            .mapToObj(run -> chip(compared, run)))
                .toList());
    showSetUp();
  }

  private Node chip(Comparison compared, int run) {
    RunSummary summary = compared.runs().get(run);
    String name = summary.name();
    String against = model.mismatch(compared, run);
    boolean isReported = summary.provenance() == Provenance.REPORTED;
    Button chip =
        new Button(
            isReported ? texts.of("runs.name.marked", name, texts.of("compare.reported")) : name,
            new FontIcon("fth-x"));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().addAll("small", "run-chip");
    chip.pseudoClassStateChanged(NOT_COMPARABLE, !against.isEmpty());
    chip.pseudoClassStateChanged(REPORTED, isReported);
    String remove = texts.of("compare.remove", name);
    String explanation = against.isEmpty() ? remove : against + "\n" + remove;
    chip.setTooltip(new Tooltip(explanation));
    chip.setAccessibleText(explanation);
    chip.setOnAction(_ -> model.remove(summary.id()));
    return chip;
  }

  private void showFigures() {
    figureTable.getChildren().clear();
    model.charts().drawnProperty().get().ifPresent(this::fillFigures);
  }

  private void fillFigures(Comparison compared) {
    FigureTable content = new FigureTable(compared, texts, figures);
    figureTable.add(cell(texts.of("compare.run"), "table-head"), 0, 0);
    List<FigureTable.Head> heads = content.heads();
    Explanations explanations = new Explanations(texts.locale());
    for (int column = 0; column < heads.size(); column++) {
      Label head = cell(heads.get(column).text(), "table-head");
      explanations.explain(head, heads.get(column).means().toArray(Definition[]::new));
      right(figureTable, head, column + 1, 0);
    }
    List<FigureTable.Row> rows = content.rows();
    for (int index = 0; index < rows.size(); index++) {
      FigureTable.Row row = rows.get(index);
      figureTable.add(cell(name(compared, row.run()), "detail"), 0, index + 1);
      for (int column = 0; column < row.cells().size(); column++) {
        right(figureTable, measured(row.cells().get(column)), column + 1, index + 1);
      }
    }
  }

  /** Figures that are not this program's own whole measurement say so wherever they are listed. */
  private String name(Comparison compared, int run) {
    RunSummary summary = compared.runs().get(run);
    String name = summary.name();
    return summary.isWholeMeasurement()
        ? name
        : texts.of("runs.name.marked", name, setUps.value(SetUpPart.FIGURES, summary));
  }

  private void showSetUp() {
    setUpTable.getChildren().clear();
    Optional<Comparison> comparison = model.comparisonProperty().get();
    comparison.ifPresent(this::fillSetUp);
  }

  private void fillSetUp(Comparison compared) {
    List<SetUpRow> rows =
        setUps.rows(compared.runs()).stream()
            .filter(row -> model.allRowsProperty().get() || row.differs())
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    List<String> heads = compared.runs().stream().map(RunSummary::name).toList();
    for (int run = 0; run < heads.size(); run++) {
      setUpTable.add(cell(heads.get(run), "table-head"), run + 1, 0);
    }
    for (int index = 0; index < rows.size(); index++) {
      SetUpRow row = rows.get(index);
      setUpTable.add(cell(setUps.head(row.part()), "legend"), 0, index + 1);
      for (int run = 0; run < row.values().size(); run++) {
        setUpTable.add(cell(row.values().get(run), "detail"), run + 1, index + 1);
      }
    }
  }

  private static VBox measured(MeasuredText text) {
    VBox lines = new VBox(cell(text.figure(), "detail"));
    if (!text.interval().isEmpty()) {
      lines.getChildren().add(cell(text.interval(), "measured-interval"));
    }
    lines.getStyleClass().add("measured");
    return lines;
  }

  private static void right(GridPane table, Node cell, int column, int row) {
    table.add(cell, column, row);
    GridPane.setHalignment(cell, HPos.RIGHT);
  }

  private static Label cell(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }
}
