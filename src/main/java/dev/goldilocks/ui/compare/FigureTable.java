package dev.goldilocks.ui.compare;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.Definition;
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

  /**
   * What stands over the cells of a column.
   *
   * @param text with its unit
   * @param means what the figures mean
   */
  record Head(String text, Definition means) {}

  private record Column(Head head, Function<RunResult, String> text) {}

  private final Comparison comparison;
  private final Texts texts;
  private final FigureFormat figures;

  FigureTable(Comparison comparison, Texts texts, FigureFormat figures) {
    this.comparison = comparison;
    this.texts = texts;
    this.figures = figures;
  }

  /** What stands over the cells, with units. */
  List<Head> heads() {
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
        column("runs.k", Definition.DRAFT_TOKENS, SetUp::draftTokens),
        column(
            "runs.speedup", Definition.SPEEDUP, result -> figures.ratio(result.speedup().value())),
        column("run.interval", Definition.INTERVAL, result -> figures.ends(result.speedup())),
        column(
            "runs.baseline",
            Definition.TOKENS_PER_SECOND,
            result -> figures.number(result.baseline().decodeTokensPerSecond())),
        column(
            "runs.speculative",
            Definition.TOKENS_PER_SECOND,
            result -> figures.number(result.speculative().decodeTokensPerSecond())),
        column(
            "runs.acceptance",
            Definition.ACCEPTANCE_RATE,
            result -> figures.percent(result.acceptanceRate())),
        column(
            "run.length.mean",
            Definition.ACCEPTANCE_LENGTH,
            result -> figures.number(result.meanAcceptanceLength())),
        column(
            "run.first",
            Definition.FIRST_TOKEN,
            result -> figures.number(result.speculative().timeToFirstTokenMs())),
        column("run.memory", Definition.PEAK_MEMORY, this::memory));
  }

  private Column column(String key, Definition means, Function<RunResult, String> text) {
    return new Column(new Head(texts.of(key), means), text);
  }

  private String memory(RunResult result) {
    return result.peakMemoryBytes() == 0
        ? FigureFormat.UNDEFINED
        : figures.bytes(result.peakMemoryBytes());
  }
}
