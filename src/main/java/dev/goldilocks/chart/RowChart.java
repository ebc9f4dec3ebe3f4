package dev.goldilocks.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chart of rows: at the left a name, then its lines of figures one below the other. On a narrow
 * sheet the name stands over its lines.
 *
 * @param <E> the figures of a line
 */
final class RowChart<E> implements Drawing {

  /**
   * What the chart says.
   *
   * @param title what it shows
   * @param subtitle what its figures are, with their unit
   * @param rowHead what stands over the names
   * @param keyHead what stands over the keys; empty when lines have no keys
   * @param rows from top to bottom
   * @param footnotes what stands under it
   */
  record Content<E>(
      String title,
      String subtitle,
      String rowHead,
      String keyHead,
      List<Row<E>> rows,
      List<String> footnotes) {

    Content {
      rows = List.copyOf(rows);
      footnotes = List.copyOf(footnotes);
    }
  }

  /**
   * A name with its lines.
   *
   * @param detail smaller, under the name; may be empty
   */
  record Row<E>(String name, String detail, List<Line<E>> lines) {

    Row {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of figures.
   *
   * @param key what tells it from the row's others
   */
  record Line<E>(String key, E figures) {}

  private static final double WIDE = 760;
  private static final double LABEL_SHARE = 0.27;
  private static final double KEY_WIDTH = 20;
  private static final double LINE_GAP = 12;

  private final Content<E> content;
  private final RowPlot<E> plot;
  private final ChartPalette palette;
  private final ChartTexts texts;
  private final ChartFrame frame;

  RowChart(Content<E> content, RowPlot<E> plot, ChartPalette palette, ChartTexts texts) {
    this.content = content;
    this.plot = plot;
    this.palette = palette;
    this.texts = texts;
    this.frame = new ChartFrame(palette);
  }

  /** Where names, keys and figures stand, in pixels before scaling. */
  private record Columns(double label, double labelWidth, double keyRight, PlotArea area) {

    boolean isWide() {
      return switch (area.shape()) {
        case WIDE -> true;
        case NARROW -> false;
      };
    }
  }

  @Override
  public String title() {
    return content.title();
  }

  @Override
  public double draw(Sheet sheet, double width) {
    Columns columns = columns(width);
    // The background comes first and takes its height last.
    var background = sheet.rectangle(palette.background(), null, 0, 0, width, 0);
    double top = frame.head(sheet, width, content.title(), content.subtitle(), plot.legend());
    double rows = head(sheet, columns, top);
    // Lines of the grid lie under the figures, and how far they reach is known after them.
    Sheet grid = sheet.layer();
    double bottom = rows(sheet, grid, columns, rows, width);
    if (columns.isWide()) {
      plot.grid(grid, columns.area(), rows - ChartFrame.TINY_GAP, bottom);
    }
    plot.ticks(sheet, columns.area(), bottom + ChartFrame.TINY_GAP);
    double ticks = bottom + ChartFrame.TINY_GAP + Sheet.height(TextStyle.SMALL);
    double height =
        frame.foot(sheet, width, Math.rint(ticks + ChartFrame.GAP), content.footnotes());
    background.setHeight(Math.ceil(height));
    return height;
  }

  private Columns columns(double width) {
    double left = ChartFrame.PADDING;
    double right = width - ChartFrame.PADDING;
    boolean isWide = width >= WIDE;
    double labelWidth = isWide ? Math.floor((right - left) * LABEL_SHARE) : right - left;
    double key = isWide ? left + labelWidth + ChartFrame.GAP : left;
    double figures = hasKeys() ? key + KEY_WIDTH + 12 : key;
    PlotArea.Shape shape = isWide ? PlotArea.Shape.WIDE : PlotArea.Shape.NARROW;
    return new Columns(left, labelWidth, key + KEY_WIDTH, new PlotArea(figures, right, shape));
  }

  private boolean hasKeys() {
    return !content.keyHead().isEmpty();
  }

  private double head(Sheet sheet, Columns columns, double top) {
    if (columns.isWide()) {
      sheet.text(content.rowHead(), TextStyle.SMALL_STRONG, palette.muted(), columns.label(), top);
    }
    if (hasKeys()) {
      sheet.textUpTo(
          content.keyHead(), TextStyle.SMALL_STRONG, palette.muted(), columns.keyRight(), top);
    }
    plot.head(sheet, columns.area(), top);
    return Math.rint(top + Sheet.height(TextStyle.SMALL_STRONG) + ChartFrame.SMALL_GAP);
  }

  private double rows(Sheet sheet, Sheet grid, Columns columns, double top, double width) {
    double y = top;
    boolean isFirst = true;
    for (Row<E> row : content.rows()) {
      if (!isFirst) {
        double line = Math.rint(y) + 0.5;
        sheet.line(palette.grid(), 1, ChartFrame.PADDING, line, width - ChartFrame.PADDING, line);
      }
      isFirst = false;
      y = row(sheet, grid, columns, row, y + LINE_GAP) + LINE_GAP;
    }
    return Math.rint(y);
  }

  private double row(Sheet sheet, Sheet grid, Columns columns, Row<E> row, double top) {
    double labelBottom = label(sheet, columns, row, top);
    double first = columns.isWide() ? top : Math.rint(labelBottom + ChartFrame.SMALL_GAP);
    double y = first;
    double bottom = first;
    for (Line<E> line : row.lines()) {
      bottom = line(sheet, columns, row, line, Math.rint(y));
      y = bottom + LINE_GAP;
    }
    if (!columns.isWide()) {
      plot.grid(grid, columns.area(), first, bottom);
    }
    return Math.max(bottom, labelBottom);
  }

  private double label(Sheet sheet, Columns columns, Row<E> row, double top) {
    double y = top;
    y += paragraph(sheet, columns, row.name(), TextStyle.STRONG, y);
    if (!row.detail().isEmpty()) {
      y += ChartFrame.TINY_GAP;
      y += paragraph(sheet, columns, row.detail(), TextStyle.SMALL, y);
    }
    if (row.lines().isEmpty()) {
      y += ChartFrame.TINY_GAP;
      y += paragraph(sheet, columns, texts.of("no.figures"), TextStyle.SMALL, y);
    }
    return y;
  }

  private double paragraph(Sheet sheet, Columns columns, String text, TextStyle style, double top) {
    var ink = style == TextStyle.STRONG ? palette.text() : palette.muted();
    return sheet
        .paragraph(text, style, ink, columns.label(), top, columns.labelWidth())
        .getHeight();
  }

  private double line(Sheet sheet, Columns columns, Row<E> row, Line<E> line, double top) {
    double bottom = plot.draw(sheet, columns.area(), line.figures(), top);
    if (hasKeys()) {
      double middle = top + plot.middle();
      sheet.textUpTo(
          line.key(),
          TextStyle.BODY,
          palette.text(),
          columns.keyRight(),
          middle - Sheet.height(TextStyle.BODY) / 2);
    }
    String name =
        hasKeys() ? row.name() + ", " + content.keyHead() + " = " + line.key() : row.name();
    sheet.spot(
        columns.area().left(),
        top,
        columns.area().width(),
        bottom - top,
        Stream.concat(Stream.of(name), plot.words(line.figures()).stream()).toList());
    return bottom;
  }
}
