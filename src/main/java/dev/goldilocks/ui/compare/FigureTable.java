package dev.goldilocks.ui.compare;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.SetUp;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures of several runs as rows of text, a row for each run and K. */
final class FigureTable {

  /**
   * A row.
   *
   * @param run index into the comparison's runs
   * @param cells one for each head
   */
  record Row(int run, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  private record Column(String head, Function<RunResult, String> text) {}

  private final Comparison comparison;
  private final Texts texts;
  private final FigureFormat figures;

  FigureTable(Comparison comparison, Texts texts, FigureFormat figures) {
    this.comparison = comparison;
    this.texts = texts;
    this.figures = figures;
  }

  /** What stands over the cells, with units. */
  List<String> heads() {
    return columns().map(Column::head).toList();
  }

  /** The rows, runs in order and K ascending. */
  List<Row> rows() {
    return comparison.groups().stream()
        .map(
            group ->
                new Row(
                    group.run(),
                    columns().map(column -> column.text().apply(group.result())).toList()))
        .toList();
  }

  private Stream<Column> columns() {
    return Stream.of(
        column("runs.k", SetUp::draftTokens),
        column("runs.speedup", result -> figures.ratio(result.speedup().value())),
        column("run.interval", result -> figures.ends(result.speedup())),
        column(
            "runs.baseline", result -> figures.number(result.baseline().decodeTokensPerSecond())),
        column(
            "runs.speculative",
            result -> figures.number(result.speculative().decodeTokensPerSecond())),
        column("runs.acceptance", result -> figures.percent(result.acceptanceRate())),
        column("run.length.mean", result -> figures.number(result.meanAcceptanceLength())),
        column("run.first", result -> figures.number(result.speculative().timeToFirstTokenMs())),
        column("run.memory", this::memory));
  }

  private Column column(String key, Function<RunResult, String> text) {
    return new Column(texts.of(key), text);
  }

  private String memory(RunResult result) {
    return result.peakMemoryBytes() == 0
        ? FigureFormat.UNDEFINED
        : figures.bytes(result.peakMemoryBytes());
  }
}
