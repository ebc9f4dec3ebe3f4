package dev.goldilocks.ui.compare;

import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.chart.ChartPalette;
import dev.goldilocks.chart.ChartStyle;
import dev.goldilocks.chart.ComparisonChart;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.nodes.Choice;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the comparison of runs. */
public final class CompareController {

  private final CompareViewModel model;
  private final ChartExport export;
  private final ObservableValue<ColorScheme> colours;
  private final Runnable showRuns;
  private final Texts texts;
  private final FigureFormat figures;
  private final Locale locale;

  @FXML private VBox empty;
  @FXML private Label emptyProblem;
  @FXML private VBox content;
  @FXML private FlowPane chips;
  @FXML private ToggleGroup kinds;
  @FXML private ToggleButton speed;
  @FXML private ToggleButton speedup;
  @FXML private Label warning;
  @FXML private Label problem;
  @FXML private Label exported;
  @FXML private StackPane chart;
  @FXML private CheckBox allRows;
  @FXML private GridPane table;

  /**
   * @param export saves charts
   * @param colours those of the window
   * @param showRuns shows the list of runs
   * @param locale of the chart's figures
   */
  public CompareController(
      CompareViewModel model,
      ChartExport export,
      ObservableValue<ColorScheme> colours,
      Runnable showRuns,
      Texts texts,
      FigureFormat figures,
      Locale locale) {
    this.model = model;
    this.export = export;
    this.colours = colours;
    this.showRuns = showRuns;
    this.texts = texts;
    this.figures = figures;
    this.locale = locale;
  }

  @FXML
  private void initialize() {
    BooleanBinding none =
        Bindings.createBooleanBinding(
            () -> model.comparisonProperty().get().isEmpty(), model.comparisonProperty());
    Presence.bind(empty, none);
    Presence.bind(content, none.not());
    warning.textProperty().bind(model.warningProperty());
    problem.textProperty().bind(model.problemProperty());
    emptyProblem.textProperty().bind(model.problemProperty());
    exported.textProperty().bind(model.exportedProperty());
    List.of(warning, problem, emptyProblem, exported).forEach(Presence::bindToText);
    Choice.bind(
        kinds,
        model.kindProperty(),
        Map.of(speed, ChartKind.SPEED, speedup, ChartKind.SPEEDUP_OVER_K));
    allRows.selectedProperty().bindBidirectional(model.allRowsProperty());
    model.comparisonProperty().subscribe(this::showAll);
    model.kindProperty().subscribe(this::showChart);
    model.allRowsProperty().subscribe(this::showTable);
    colours.subscribe(this::showChart);
  }

  @FXML
  private void showRuns() {
    showRuns.run();
  }

  @FXML
  private void export() {
    model
        .comparisonProperty()
        .get()
        .ifPresent(
            comparison ->
                export.save(
                    chart.getScene().getWindow(),
                    chart(comparison, ChartStyle.light()),
                    fileName(),
                    file -> model.exportedTo(file.toString()),
                    model::exportFailed));
  }

  private String fileName() {
    return model.kindProperty().get().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void showAll() {
    chips
        .getChildren()
        .setAll(
            model.comparisonProperty().get().stream()
                .flatMap(comparison -> comparison.runs().stream())
                .map(this::chip)
                .toList());
    showChart();
    showTable();
  }

  private Node chip(RunSummary run) {
    Button chip = new Button(run.name(), new FontIcon("fth-x"));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().addAll("small", "run-chip");
    chip.setAccessibleText(texts.of("compare.remove", run.name()));
    chip.setOnAction(_ -> model.remove(run.id()));
    return chip;
  }

  private void showChart() {
    Optional<Comparison> comparison = model.comparisonProperty().get();
    ChartPalette palette =
        switch (colours.getValue()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    chart
        .getChildren()
        .setAll(
            comparison.map(runs -> chart(runs, new ChartStyle(palette, locale))).stream().toList());
  }

  private ComparisonChart chart(Comparison comparison, ChartStyle style) {
    return ComparisonChart.of(model.kindProperty().get(), comparison, style);
  }

  private void showTable() {
    table.getChildren().clear();
    model
        .comparisonProperty()
        .get()
        .map(comparison -> new ComparisonTable(comparison, texts, figures))
        .ifPresent(this::fill);
  }

  private void fill(ComparisonTable content) {
    List<ComparisonTable.Head> heads = content.heads();
    for (int column = 0; column < heads.size(); column++) {
      Label run = cell(heads.get(column).run(), "table-head");
      run.setWrapText(true);
      run.setMaxWidth(180);
      VBox head = new VBox(run, cell(heads.get(column).draftTokens(), "legend"));
      head.getStyleClass().add("table-head-box");
      table.add(head, column + 1, 0);
    }
    List<ComparisonTable.Row> rows = content.rows(model.allRowsProperty().get());
    for (int index = 0; index < rows.size(); index++) {
      ComparisonTable.Row row = rows.get(index);
      table.add(cell(row.caption(), "legend"), 0, index + 1);
      for (int column = 0; column < row.cells().size(); column++) {
        Label value = cell(row.cells().get(column), "detail");
        table.add(value, column + 1, index + 1);
        GridPane.setHalignment(value, HPos.RIGHT);
      }
    }
  }

  private static Label cell(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
