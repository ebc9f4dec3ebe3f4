package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.SetUp;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A run's figures, a row for each K. */
final class ResultsTable {

  private final TableView<RunResult> table;
  private final Texts texts;
  private final FigureFormat figures;

  ResultsTable(TableView<RunResult> table, Texts texts, FigureFormat figures) {
    this.table = table;
    this.texts = texts;
    this.figures = figures;
  }

  /** Makes the columns. */
  void build() {
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table
        .getColumns()
        .setAll(
            List.of(
                text("runs.k", Definition.DRAFT_TOKENS, 56, SetUp::draftTokens),
                figure(
                    "runs.speedup",
                    Definition.SPEEDUP,
                    64,
                    result -> result.speedup().value(),
                    figures::ratio),
                text(
                    "run.interval",
                    Definition.INTERVAL,
                    96,
                    result -> figures.ends(result.speedup())),
                figure(
                    "runs.baseline",
                    Definition.TOKENS_PER_SECOND,
                    76,
                    result -> result.baseline().decodeTokensPerSecond(),
                    figures::number),
                figure(
                    "runs.speculative",
                    Definition.TOKENS_PER_SECOND,
                    80,
                    result -> result.speculative().decodeTokensPerSecond(),
                    figures::number),
                figure(
                    "runs.acceptance",
                    Definition.ACCEPTANCE_RATE,
                    76,
                    RunResult::acceptanceRate,
                    figures::percent),
                figure(
                    "run.length.mean",
                    Definition.ACCEPTANCE_LENGTH,
                    76,
                    RunResult::meanAcceptanceLength,
                    figures::number),
                figure(
                    "run.first",
                    Definition.FIRST_TOKEN,
                    76,
                    result -> result.speculative().timeToFirstTokenMs(),
                    figures::number),
                figure(
                    "run.memory",
                    Definition.PEAK_MEMORY,
                    64,
                    ResultsTable::memory,
                    bytes -> figures.bytes(bytes.longValue()))));
  }

  /** Peak memory in bytes; negative, which is written as a dash, when it is not known. */
  private static double memory(RunResult result) {
    return result.peakMemoryBytes() == 0 ? -1 : result.peakMemoryBytes();
  }

  private TableColumn<RunResult, String> text(
      String key, Definition means, double width, Function<RunResult, String> text) {
    TableColumn<RunResult, String> column = column(key, means, width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    column.setCellFactory(_ -> new FigureCell<>(Function.identity()));
    return column;
  }

  private TableColumn<RunResult, Double> figure(
      String key,
      Definition means,
      double width,
      ToDoubleFunction<RunResult> figure,
      Function<Double, String> text) {
    TableColumn<RunResult, Double> column = column(key, means, width);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(figure.applyAsDouble(row.getValue())));
    column.setCellFactory(_ -> new FigureCell<>(text));
    return column;
  }

  private <T> TableColumn<RunResult, T> column(String key, Definition means, double width) {
    TableColumn<RunResult, T> column = new TableColumn<>(texts.of(key));
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.getStyleClass().add("number");
    new Explanations(texts.locale()).explain(column, means);
    return column;
  }
}
