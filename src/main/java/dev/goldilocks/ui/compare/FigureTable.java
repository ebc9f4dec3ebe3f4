package dev.goldilocks.ui.compare;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.SideIntervals;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.MeasuredText;
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
  record Row(int run, List<MeasuredText> cells) {
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
  record Head(String text, List<Definition> means) {
    Head {
      means = List.copyOf(means);
    }
  }

  private record Column(Head head, Function<RunResult, MeasuredText> text) {}

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
        column(
            "runs.k",
            Definition.DRAFT_TOKENS,
            result -> MeasuredText.plain(SetUpText.draftTokens(result))),
        measured(
            "runs.speedup",
            Definition.SPEEDUP,
            result ->
                new MeasuredText(
                    figures.ratio(result.speedup().value()), figures.ends(result.speedup()))),
        measured(
            "runs.baseline",
            Definition.TOKENS_PER_SECOND,
            result -> speed(result.baseline(), result.intervals().baseline())),
        measured(
            "runs.speculative",
            Definition.TOKENS_PER_SECOND,
            result -> speed(result.speculative(), result.intervals().speculative())),
        measured(
            "runs.acceptance",
            Definition.ACCEPTANCE_RATE,
            result ->
                new MeasuredText(
                    figures.percent(result.acceptanceRate()),
                    figures.percentEnds(result.intervals().acceptanceRate()))),
        measured(
            "run.length.mean",
            Definition.ACCEPTANCE_LENGTH,
            result ->
                new MeasuredText(
                    figures.number(result.meanAcceptanceLength()),
                    figures.ends(result.intervals().meanAcceptanceLength()))),
        measured(
            "run.first",
            Definition.FIRST_TOKEN,
            result ->
                new MeasuredText(
                    figures.number(result.speculative().timeToFirstTokenMs()),
                    figures.ends(result.intervals().speculative().timeToFirstTokenMs()))),
        column("run.memory", Definition.PEAK_MEMORY, result -> MeasuredText.plain(memory(result))));
  }

  private MeasuredText speed(SideFigures side, SideIntervals intervals) {
    return new MeasuredText(
        figures.number(side.decodeTokensPerSecond()),
        figures.ends(intervals.decodeTokensPerSecond()));
  }

  private Column measured(String key, Definition means, Function<RunResult, MeasuredText> text) {
    return new Column(new Head(texts.of(key), List.of(means, Definition.INTERVAL)), text);
  }

  private Column column(String key, Definition means, Function<RunResult, MeasuredText> text) {
    return new Column(new Head(texts.of(key), List.of(means)), text);
  }

  private String memory(RunResult result) {
    return result.peakMemoryBytes() == 0
        ? FigureFormat.UNDEFINED
        : figures.bytes(result.peakMemoryBytes());
  }
}
