package dev.goldilocks.cli;

import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's figures for people who read them in a terminal. */
final class RunTable {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private RunTable() {}

  /** What was run, a row for each K, and what the figures say. */
  static List<String> lines(RunRecord run) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(run));
    lines.add("");
    lines.addAll(
        new TextTable(
                ResultColumns.COLUMNS, run.results().stream().map(ResultColumns::cells).toList())
            .lines());
    lines.add("");
    run.results().forEach(result -> lines.add(remark(result)));
    return lines;
  }

  private static String heading(RunRecord run) {
    return "%s (%s) with draft %s (%s), %s%s"
        .formatted(
            run.target().id(),
            run.target().precision().label(),
            run.draft().id(),
            run.draft().precision().label(),
            SetUp.device(RunSummary.of(run)),
            label(run.provenance()));
  }

  private static String label(Provenance provenance) {
    return switch (provenance) {
      case MEASURED -> "";
      case REPORTED, TIMING_ONLY, RECOVERED -> ", " + provenance.label();
    };
  }

  private static String remark(RunResult result) {
    StringBuilder remark = new StringBuilder();
    remark.append("K=").append(FIGURES.whole(result.draftTokens())).append(": ");
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
