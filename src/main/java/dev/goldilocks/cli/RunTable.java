package dev.goldilocks.cli;

import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.cli.TextTable.Column;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's figures for people who read them in a terminal of 80 columns. */
final class RunTable {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private static final List<Column> COLUMNS =
      List.of(
          Column.figure("K", ""),
          Column.figure("baseline", "tok/s"),
          Column.figure("speculative", "tok/s"),
          Column.figure("speedup", ""),
          Column.text("95 % interval"),
          Column.figure("acceptance", "rate"),
          Column.figure("acceptance", "length"),
          Column.figure("first token", "ms / ms"));

  private RunTable() {}

  /** What was run, a row for each K, and what the figures say. */
  static List<String> lines(RunRecord run) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(run));
    lines.add("");
    lines.addAll(
        new TextTable(COLUMNS, run.results().stream().map(RunTable::row).toList()).lines());
    lines.add("");
    run.results().forEach(result -> lines.add(remark(result)));
    return lines;
  }

  private static String heading(RunRecord run) {
    return "%s (%s) with draft %s (%s), %s, %d threads%s"
        .formatted(
            run.target().id(),
            run.target().precision().label(),
            run.draft().id(),
            run.draft().precision().label(),
            run.spec().device(),
            run.spec().threads(),
            label(run.provenance()));
  }

  private static String label(Provenance provenance) {
    return switch (provenance) {
      case MEASURED -> "";
      case REPORTED, TIMING_ONLY, RECOVERED -> ", " + provenance.label();
    };
  }

  private static List<String> row(RunResult result) {
    return List.of(
        Integer.toString(result.draftTokens()),
        FIGURES.number(result.baseline().decodeTokensPerSecond()),
        FIGURES.number(result.speculative().decodeTokensPerSecond()),
        FIGURES.factor(result.speedup().value()),
        ends(result.speedup()),
        FIGURES.percent(result.acceptanceRate()),
        FIGURES.number(result.meanAcceptanceLength()),
        FIGURES.number(result.baseline().timeToFirstTokenMs())
            + " / "
            + FIGURES.number(result.speculative().timeToFirstTokenMs()));
  }

  private static String ends(Interval interval) {
    return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
        ? "[" + FIGURES.number(interval.low()) + ", " + FIGURES.number(interval.high()) + "]"
        : FigureText.UNDEFINED;
  }

  private static String remark(RunResult result) {
    StringBuilder remark = new StringBuilder();
    remark.append("K=").append(result.draftTokens()).append(": ");
    remark.append(Interpretation.of(result.speedup()).sentence());
    result.lossless().ifPresent(lossless -> remark.append("; ").append(sameTexts(lossless)));
    if (result.pairsLeftOut() > 0) {
      remark.append("; left out for want of a second token: ").append(result.pairsLeftOut());
    }
    return remark.append('.').toString();
  }

  private static String sameTexts(Lossless lossless) {
    return "same text with and without the draft in %d of %d pairs"
        .formatted(lossless.identical(), lossless.identical() + lossless.diverged());
  }
}
