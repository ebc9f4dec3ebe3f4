package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.IntervalHint;
import dev.goldilocks.ui.text.MeasuredFigures;
import dev.goldilocks.ui.text.MeasuredText;
import dev.goldilocks.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The columns of the list of runs. Until people choose columns themselves, a narrow table shows the
 * most telling ones only.
 */
final class RunTable {

  /** Width in pixels from which there is room for a column; always for the others. */
  private static final Map<String, Double> LEAST_WIDTHS =
      Map.of(
          "column-device", 1140.0,
          "column-provenance", 1260.0,
          "column-target", 1420.0,
          "column-draft", 1420.0);

  /** Figures need no more, in pixels: what is left in a wide table goes to the names. */
  private static final double WIDER = 8;

  private static final double PREFERRED_NAME = 244;
  private static final double WIDEST_SPEEDUP = 264;
  private static final double WIDEST_DEVICE = 144;
  private static final double WIDEST_PRECISION = 104;

  private final TableView<RunRow> table;
  private final Texts texts;
  private final FigureFormat figures;
  private final SetUpText setUps;
  private final MeasuredFigures measured;
  private final IntervalHint hint;
  private final DateTimeFormatter dates;
  private final ObjectProperty<Optional<List<String>>> chosen;

  /**
   * @param chosen ids of the columns that people chose; empty until they do
   * @param zone in which times are shown
   */
  RunTable(
      TableView<RunRow> table,
      ObjectProperty<Optional<List<String>>> chosen,
      Texts texts,
      FigureFormat figures,
      ZoneId zone) {
    this.table = table;
    this.chosen = chosen;
    this.texts = texts;
    this.figures = figures;
    this.setUps = new SetUpText(texts.locale());
    this.measured = new MeasuredFigures(figures);
    this.hint = new IntervalHint(texts);
    this.dates = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
  }

  /** Makes the columns. */
  void build() {
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table
        .getColumns()
        .setAll(
            List.of(
                name(),
                text("target", "run.target", 110, row -> row.run().target().id()),
                text("draft", "run.draft", 110, row -> row.run().draft().id()),
                upTo(
                    WIDEST_DEVICE,
                    text(
                        "device",
                        "run.device",
                        104,
                        row -> setUps.value(SetUpPart.DEVICE, row.run()))),
                upTo(
                    WIDEST_PRECISION,
                    text("precision", "run.precision", 80, row -> RunFilter.precision(row.run()))),
                draftTokens(),
                speedup(),
                figure(
                    "baseline",
                    "runs.baseline",
                    76,
                    result -> result.baseline().decodeTokensPerSecond(),
                    measured::baseline),
                figure(
                    "speculative",
                    "runs.speculative",
                    80,
                    result -> result.speculative().decodeTokensPerSecond(),
                    measured::speculative),
                figure(
                    "acceptance",
                    "runs.acceptance",
                    76,
                    RunResult::acceptanceRate,
                    measured::acceptanceRate),
                text("tags", "runs.tags", 76, row -> String.join(", ", row.run().tags())),
                text(
                    "provenance",
                    "runs.provenance",
                    156,
                    row -> setUps.value(SetUpPart.FIGURES, row.run())),
                date()));
    table.getColumns().forEach(this::explain);
    table.widthProperty().subscribe(_ -> fit());
  }

  private void explain(TableColumn<RunRow, ?> column) {
    Explanations explanations = new Explanations(texts.locale());
    switch (column.getId()) {
      case "column-draft-tokens" ->
          explanations.explain(column, Definition.DRAFT_TOKENS, Definition.POLICY);
      case "column-speedup" ->
          explanations.explain(column, Definition.SPEEDUP, Definition.INTERVAL);
      case "column-baseline", "column-speculative" ->
          explanations.explain(column, Definition.TOKENS_PER_SECOND, Definition.INTERVAL);
      case "column-acceptance" ->
          explanations.explain(column, Definition.ACCEPTANCE_RATE, Definition.INTERVAL);
      case "column-provenance" ->
          explanations.explain(column, Definition.REPORTED, Definition.TIMING_ONLY);
      default -> {}
    }
  }

  private void fit() {
    table.getColumns().stream().skip(1).forEach(column -> column.setVisible(isWanted(column)));
  }

  private boolean isWanted(TableColumn<RunRow, ?> column) {
    return chosen
        .get()
        .map(ids -> ids.contains(column.getId()))
        .orElseGet(() -> table.getWidth() >= LEAST_WIDTHS.getOrDefault(column.getId(), 0.0));
  }

  /** An entry for each column but the name, which is always shown. */
  List<MenuItem> choices() {
    return table.getColumns().stream().skip(1).map(this::choice).toList();
  }

  private MenuItem choice(TableColumn<RunRow, ?> column) {
    CheckMenuItem item = new CheckMenuItem(column.getText());
    item.setId("show-" + column.getId());
    item.setSelected(column.isVisible());
    column.visibleProperty().subscribe(item::setSelected);
    item.setOnAction(
        _ -> {
          column.setVisible(item.isSelected());
          chosen.set(
              Optional.of(
                  table.getColumns().stream()
                      .filter(TableColumn::isVisible)
                      .map(TableColumn::getId)
                      .toList()));
        });
    return item;
  }

  private TableColumn<RunRow, RunRow> name() {
    TableColumn<RunRow, RunRow> column = column("name", "runs.name", 200);
    column.setPrefWidth(PREFERRED_NAME);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new NameCell(texts));
    column.setComparator(Comparator.comparing(row -> row.run().name()));
    return column;
  }

  /** {@code 4}, {@code 4 of 1–8} where several were measured, or the policy that is fastest. */
  private TableColumn<RunRow, String> draftTokens() {
    TableColumn<RunRow, String> column =
        text(
            "draft-tokens",
            "runs.k",
            64,
            row -> {
              List<DraftLength> asked = row.run().spec().draftLengths();
              return row.fastest()
                  .filter(_ -> asked.size() > 1)
                  .map(fastest -> fastest(fastest, asked))
                  .orElseGet(() -> setUps.value(SetUpPart.DRAFT_TOKENS, row.run()));
            });
    column.getStyleClass().add("number");
    column.setCellFactory(_ -> new FigureCell<>(Function.identity()));
    column.setMaxWidth(64 + WIDER);
    return column;
  }

  private String fastest(RunResult fastest, List<DraftLength> asked) {
    return asked.stream().anyMatch(DraftLength::isAdaptive)
        ? SetUpText.draftTokens(fastest)
        : texts.of(
            "runs.k.fastest",
            SetUpText.draftTokens(fastest),
            asked.getFirst().label(),
            asked.getLast().label());
  }

  private TableColumn<RunRow, RunRow> speedup() {
    TableColumn<RunRow, RunRow> column = column("speedup", "runs.speedup", 204);
    column.setMaxWidth(WIDEST_SPEEDUP);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new SpeedupCell(figures, hint));
    column.setComparator(Comparator.comparingDouble(row -> row.speedup().value()));
    return column;
  }

  private TableColumn<RunRow, Instant> date() {
    TableColumn<RunRow, Instant> column = column("date", "runs.date", 104);
    column.setMaxWidth(104 + WIDER);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue().run().createdAt()));
    column.setCellFactory(_ -> new FigureCell<>(dates::format));
    column.getStyleClass().add("number");
    return column;
  }

  private static <T> TableColumn<RunRow, T> upTo(double widest, TableColumn<RunRow, T> column) {
    column.setMaxWidth(widest);
    return column;
  }

  private TableColumn<RunRow, String> text(
      String id, String key, double width, Function<RunRow, String> value) {
    TableColumn<RunRow, String> column = column(id, key, width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }

  private TableColumn<RunRow, RunRow> figure(
      String id,
      String key,
      double width,
      ToDoubleFunction<RunResult> figure,
      Function<RunResult, MeasuredText> text) {
    TableColumn<RunRow, RunRow> column = column(id, key, width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new HintedCell(text, hint));
    column.setComparator(Comparator.comparingDouble(row -> row.figure(figure)));
    column.getStyleClass().add("number");
    column.setMaxWidth(width + WIDER);
    return column;
  }

  private <T> TableColumn<RunRow, T> column(String id, String key, double width) {
    TableColumn<RunRow, T> column = new TableColumn<>(texts.of(key));
    column.setId("column-" + id);
    column.setPrefWidth(width);
    column.setMinWidth(width);
    return column;
  }
}
