package dev.goldilocks.cli;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.cli.TextTable.Column;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUpText;
import java.util.List;
import java.util.Locale;

/** The figures at one K as the columns of a table, narrow enough for a terminal of 80 columns. */
final class ResultColumns {

  static final List<Column> COLUMNS =
      List.of(
          Column.figure("K", ""),
          Column.figure("baseline", "tok/s"),
          Column.figure("speculative", "tok/s"),
          Column.figure("speedup", ""),
          Column.text("95 % interval"),
          Column.figure("acceptance", "rate"),
          Column.figure("acceptance", "length"),
          Column.figure("first token", "ms / ms"));

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private ResultColumns() {}

  static List<String> cells(RunResult result) {
    return List.of(
        SetUpText.draftTokens(result),
        FIGURES.number(result.baseline().decodeTokensPerSecond()),
        FIGURES.number(result.speculative().decodeTokensPerSecond()),
        FIGURES.factor(result.speedup().value()),
        FIGURES.ends(result.speedup().ends()),
        FIGURES.percent(result.acceptanceRate()),
        FIGURES.number(result.meanAcceptanceLength()),
        FIGURES.number(result.baseline().timeToFirstTokenMs())
            + " / "
            + FIGURES.number(result.speculative().timeToFirstTokenMs()));
  }
}
