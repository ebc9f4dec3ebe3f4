package dev.goldilocks.cli;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.cli.TextTable.Column;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Several runs' figures for people who read them in a terminal. */
final class ComparisonTable {

  private ComparisonTable() {}

  /** A row for each run and K, where the set-ups differ, and what stands against comparing. */
  static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>(figures(comparison).lines());
    List<Comparison.SetUpRow> different =
        comparison.setUp().stream().filter(Comparison.SetUpRow::differs).toList();
    if (!different.isEmpty()) {
      lines.add("");
      lines.addAll(differences(comparison, different).lines());
    }
    for (int run = 0; run < comparison.runs().size(); run++) {
      List<String> reasons = comparison.reasonsAgainst(run);
      if (!reasons.isEmpty()) {
        lines.add("");
        lines.add(
            "Not comparable: %s has %s against %s."
                .formatted(
                    comparison.runs().get(run).name(),
                    String.join("; ", reasons),
                    comparison.runs().getFirst().name()));
      }
    }
    return lines;
  }

  private static TextTable figures(Comparison comparison) {
    List<Column> columns =
        Stream.of(
                Stream.of(Column.text("run")),
                ResultColumns.COLUMNS.stream(),
                Stream.of(Column.text("figures")))
            .flatMap(column -> column)
            .toList();
    return new TextTable(
        columns,
        comparison.groups().stream()
            .map(group -> row(comparison.runs().get(group.run()), group.result()))
            .toList());
  }

  private static List<String> row(RunSummary run, RunResult result) {
    return Stream.of(
            Stream.of(run.name()),
            ResultColumns.cells(result).stream(),
            Stream.of(run.provenance().label()))
        .flatMap(cell -> cell)
        .toList();
  }

  private static TextTable differences(Comparison comparison, List<Comparison.SetUpRow> rows) {
    List<Column> columns =
        Stream.concat(
                Stream.of(Column.text("difference")),
                comparison.runs().stream().map(run -> Column.text(run.name())))
            .toList();
    return new TextTable(
        columns,
        rows.stream()
            .map(row -> Stream.concat(Stream.of(row.name()), row.values().stream()).toList())
            .toList());
  }
}
