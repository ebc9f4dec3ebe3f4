package dev.goldilocks.ui.compare;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures and the set-up of several runs as rows of text, a column for each run and K. */
final class ComparisonTable {

  /**
   * A column's head.
   *
   * @param run the run's name
   * @param draftTokens K
   */
  record Head(String run, String draftTokens) {}

  /** What a row says. */
  enum Kind {
    FIGURES,
    WORDS
  }

  /**
   * A row.
   *
   * @param caption what it says, with its unit
   * @param cells one for each column
   */
  record Row(Kind kind, String caption, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  private final Comparison comparison;
  private final Texts texts;
  private final FigureFormat figures;

  ComparisonTable(Comparison comparison, Texts texts, FigureFormat figures) {
    this.comparison = comparison;
    this.texts = texts;
    this.figures = figures;
  }

  List<Head> heads() {
    return comparison.groups().stream()
        .map(
            group ->
                new Head(
                    comparison.runs().get(group.run()).name(),
                    texts.of("verdict.k", figures.count(group.result().draftTokens()))))
        .toList();
  }

  /**
   * The rows.
   *
   * @param alike whether rows of the set-up are wanted in which the runs do not differ
   */
  List<Row> rows(boolean alike) {
    List<Row> rows = new ArrayList<>();
    rows.add(row("runs.speedup", result -> figures.ratio(result.speedup().value())));
    rows.add(row("run.interval", result -> figures.ends(result.speedup())));
    rows.add(
        row(
            "verdict.baseline",
            result -> figures.number(result.baseline().decodeTokensPerSecond())));
    rows.add(
        row(
            "verdict.speculative",
            result -> figures.number(result.speculative().decodeTokensPerSecond())));
    rows.add(row("verdict.acceptance", result -> figures.percent(result.acceptanceRate())));
    rows.add(row("verdict.length", result -> figures.number(result.meanAcceptanceLength())));
    rows.add(
        row("compare.first", result -> figures.number(result.speculative().timeToFirstTokenMs())));
    rows.add(row("compare.memory", this::memory));
    comparison.setUp().stream()
        .filter(row -> alike || row.differs())
        .map(row -> new Row(Kind.WORDS, row.name(), perColumn(row.values())))
        .forEach(rows::add);
    return List.copyOf(rows);
  }

  private Row row(String key, Function<RunResult, String> text) {
    Stream<String> cells = comparison.groups().stream().map(group -> text.apply(group.result()));
    return new Row(Kind.FIGURES, texts.of(key), cells.toList());
  }

  private String memory(RunResult result) {
    return result.peakMemoryBytes() == 0
        ? FigureFormat.UNDEFINED
        : figures.bytes(result.peakMemoryBytes());
  }

  private List<String> perColumn(List<String> perRun) {
    return comparison.groups().stream().map(group -> perRun.get(group.run())).toList();
  }
}
