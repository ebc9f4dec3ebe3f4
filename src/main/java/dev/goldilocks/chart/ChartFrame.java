package dev.goldilocks.chart;

import java.util.List;
import javafx.geometry.Bounds;

/** What is around the plot of every chart: background, title, legend and notes. */
final class ChartFrame {

  static final double PADDING = 24;
  static final double GAP = 16;
  static final double SMALL_GAP = 8;
  static final double TINY_GAP = 4;

  /**
   * An entry of the legend.
   *
   * @param symbol draws the symbol into a box of {@link #SYMBOL_WIDTH} by {@link #SYMBOL_HEIGHT}
   * @param text what it stands for
   */
  record LegendEntry(Symbol symbol, String text) {}

  /** Draws a legend's symbol. */
  interface Symbol {
    void draw(Sheet sheet, double x, double y);
  }

  static final double SYMBOL_WIDTH = 24;
  static final double SYMBOL_HEIGHT = 12;

  private final ChartPalette palette;

  ChartFrame(ChartPalette palette) {
    this.palette = palette;
  }

  /** Draws title and legend; the plot starts at the height that comes back. */
  double head(Sheet sheet, double width, String title, String subtitle, List<LegendEntry> legend) {
    double inner = width - 2 * PADDING;
    double y = PADDING;
    y += sheet.paragraph(title, TextStyle.TITLE, palette.text(), PADDING, y, inner).getHeight();
    y += TINY_GAP;
    y += sheet.paragraph(subtitle, TextStyle.BODY, palette.muted(), PADDING, y, inner).getHeight();
    return legend.isEmpty() ? y + GAP : legend(sheet, width, y + 12, legend) + GAP;
  }

  private double legend(Sheet sheet, double width, double top, List<LegendEntry> entries) {
    double line = Sheet.height(TextStyle.BODY);
    double right = width - PADDING;
    double room = right - PADDING - SYMBOL_WIDTH - SMALL_GAP;
    double x = PADDING;
    double y = top;
    double bottom = top;
    for (LegendEntry entry : entries) {
      double textWidth = Math.min(Math.ceil(Sheet.width(entry.text(), TextStyle.BODY)) + 1, room);
      double textX = x + SYMBOL_WIDTH + SMALL_GAP;
      if (x > PADDING && textX + textWidth > right) {
        x = PADDING;
        textX = x + SYMBOL_WIDTH + SMALL_GAP;
        y = bottom + SMALL_GAP;
      }
      entry.symbol().draw(sheet, x, Math.rint(y + (line - SYMBOL_HEIGHT) / 2));
      Bounds text =
          sheet.paragraph(entry.text(), TextStyle.BODY, palette.text(), textX, y, textWidth);
      bottom = Math.max(bottom, y + text.getHeight());
      x = textX + textWidth + PADDING;
    }
    return bottom;
  }

  /** Draws the notes under a line; the chart ends at the height that comes back. */
  double foot(Sheet sheet, double width, double top, List<String> notes) {
    double inner = width - 2 * PADDING;
    sheet.line(palette.grid(), 1, PADDING, top + 0.5, width - PADDING, top + 0.5);
    double y = top + 12;
    for (String note : notes) {
      Bounds bounds = sheet.paragraph(note, TextStyle.SMALL, palette.muted(), PADDING, y, inner);
      y += bounds.getHeight() + TINY_GAP;
    }
    return y + PADDING - TINY_GAP;
  }
}
