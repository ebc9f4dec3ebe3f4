package dev.goldilocks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table in plain text, its columns as wide as what is in them.
 *
 * @param columns from left to right
 * @param rows cells, as many in each row as there are columns
 */
record TextTable(List<Column> columns, List<List<String>> rows) {

  private static final String GAP = "  ";

  /** On which side a column's cells stand. */
  enum Alignment {
    LEFT,
    RIGHT
  }

  /**
   * A column.
   *
   * @param title what is in it
   * @param unit of its figures, shown below the title; may be empty
   */
  record Column(String title, String unit, Alignment alignment) {

    static Column text(String title) {
      return new Column(title, "", Alignment.LEFT);
    }

    static Column figure(String title, String unit) {
      return new Column(title, unit, Alignment.RIGHT);
    }
  }

  TextTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row + " has not " + columns.size() + " cells");
      }
    }
  }

  /** Its lines: titles, units where there are any, and the rows. */
  List<String> lines() {
    List<List<String>> all = new ArrayList<>();
    all.add(columns.stream().map(Column::title).toList());
    List<String> units = columns.stream().map(Column::unit).toList();
    if (units.stream().anyMatch(unit -> !unit.isEmpty())) {
      all.add(units);
    }
    all.addAll(rows);
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    List<String> cells =
        IntStream.range(0, row.size())
            .mapToObj(i -> padded(row.get(i), widths[i], columns.get(i).alignment()))
            .toList();
    return String.join(GAP, cells).stripTrailing();
  }

  private static String padded(String cell, int width, Alignment alignment) {
    String padding = " ".repeat(width - cell.length());
    return switch (alignment) {
      case LEFT -> cell + padding;
      case RIGHT -> padding + cell;
    };
  }
}
