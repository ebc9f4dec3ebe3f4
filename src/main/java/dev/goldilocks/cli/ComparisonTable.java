package dev.goldilocks.cli;

import dev.goldilocks.cli.TextTable.Column;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.SetUpRow;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.runs.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several runs' figures for people who read them in a terminal. */
final class ComparisonTable {

  private static final VerdictText VERDICTS = new VerdictText(Locale.ROOT);
  private static final SetUpText SET_UPS = new SetUpText(Locale.ROOT);

  private ComparisonTable() {}

  /** A row for each run and K, where the set-ups differ, and what stands against comparing. */
  static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>(figures(comparison).lines());
    List<SetUpRow> different =
        SET_UPS.rows(comparison.runs()).stream().filter(SetUpRow::differs).toList();
    if (!different.isEmpty()) {
      lines.add("");
      lines.addAll(differences(comparison, different).lines());
    }
    for (int run = 0; run < comparison.runs().size(); run++) {
      String name = name(comparison, run);
      VERDICTS
          .unsteadiness(comparison.steadiness().get(run), comparison.speedups(run))
          .ifPresent(unsteady -> lines.addAll(List.of("", "Of " + name + ", " + unsteady + ".")));
      List<String> reasons = SET_UPS.reasonsAgainst(comparison, run);
      if (!reasons.isEmpty()) {
        lines.add("");
        lines.add(
            "Not comparable: %s with %s: %s."
                .formatted(name, name(comparison, 0), String.join("; ", reasons)));
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
        columns, comparison.groups().stream().map(group -> row(comparison, group)).toList());
  }

  private static List<String> row(Comparison comparison, Comparison.Group group) {
    return Stream.of(
            Stream.of(name(comparison, group.run())),
            ResultColumns.cells(group.result()).stream(),
            Stream.of(comparison.runs().get(group.run()).provenance().label()))
        .flatMap(cell -> cell)
        .toList();
  }

  private static String name(Comparison comparison, int run) {
    return comparison.runs().get(run).name();
  }

  private static TextTable differences(Comparison comparison, List<SetUpRow> rows) {
    List<Column> columns =
        Stream.concat(
                Stream.of(Column.text("difference")),
                IntStream.range(0, comparison.runs().size())
                    .mapToObj(run -> Column.text(name(comparison, run))))
            .toList();
    return new TextTable(
        columns,
        rows.stream()
            .map(
                row ->
                    Stream.concat(Stream.of(SET_UPS.head(row.part())), row.values().stream())
                        .toList())
            .toList());
  }
}
