package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.MeasuredFigures;
import dev.goldilocks.ui.text.MeasuredText;
import dev.goldilocks.ui.text.Texts;
import java.util.Comparator;
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
  private final MeasuredFigures measured;

  ResultsTable(TableView<RunResult> table, Texts texts, FigureFormat figures) {
    this.table = table;
    this.texts = texts;
    this.figures = figures;
    this.measured = new MeasuredFigures(figures);
  }

  /** Makes the columns. */
  void build() {
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table
        .getColumns()
        .setAll(
            List.of(
                column(
                    "runs.k",
                    60,
                    RunResult::meanDraftTokens,
                    result -> MeasuredText.plain(SetUpText.draftTokens(result)),
                    Definition.DRAFT_TOKENS),
                measured(
                    "runs.speedup",
                    Definition.SPEEDUP,
                    84,
                    result -> result.speedup().value(),
                    measured::speedup),
                measured(
                    "runs.baseline",
                    Definition.TOKENS_PER_SECOND,
                    84,
                    result -> result.baseline().decodeTokensPerSecond(),
                    measured::baseline),
                measured(
                    "runs.speculative",
                    Definition.TOKENS_PER_SECOND,
                    84,
                    result -> result.speculative().decodeTokensPerSecond(),
                    measured::speculative),
                measured(
                    "runs.acceptance",
                    Definition.ACCEPTANCE_RATE,
                    96,
                    RunResult::acceptanceRate,
                    measured::acceptanceRate),
                measured(
                    "run.length.mean",
                    Definition.ACCEPTANCE_LENGTH,
                    84,
                    RunResult::meanAcceptanceLength,
                    measured::acceptanceLength),
                measured(
                    "run.first",
                    Definition.FIRST_TOKEN,
                    88,
                    result -> result.speculative().timeToFirstTokenMs(),
                    measured::speculativeFirst),
                column(
                    "run.memory",
                    72,
                    ResultsTable::memory,
                    result -> MeasuredText.plain(figures.bytes((long) memory(result))),
                    Definition.PEAK_MEMORY)));
  }

  /** Peak memory in bytes; negative, which is written as a dash, when it is not known. */
  private static double memory(RunResult result) {
    return result.peakMemoryBytes() == 0 ? -1 : result.peakMemoryBytes();
  }

  private TableColumn<RunResult, RunResult> measured(
      String key,
      Definition means,
      double width,
      ToDoubleFunction<RunResult> figure,
      Function<RunResult, MeasuredText> text) {
    return column(key, width, figure, text, means, Definition.INTERVAL);
  }

  private TableColumn<RunResult, RunResult> column(
      String key,
      double width,
      ToDoubleFunction<RunResult> figure,
      Function<RunResult, MeasuredText> text,
      Definition... means) {
    TableColumn<RunResult, RunResult> column = new TableColumn<>(texts.of(key));
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.getStyleClass().add("number");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new MeasuredCell(text));
    column.setComparator(Comparator.comparingDouble(figure));
    new Explanations(texts.locale()).explain(column, means);
    return column;
  }
}
