package dev.goldilocks.chart;

import dev.goldilocks.bench.TimelineToken.Fate;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** Draws tokens, each in a box that tells what became of it, into a row of a timeline. */
final class TokenBox {

  /** Height of a box. */
  static final double HEIGHT = 18;

  /** From the top of a row to that of its boxes. */
  static final double TOP = (RoundDrawing.HEIGHT - HEIGHT) / 2;

  /** From a box's side to its text. */
  static final double PADDING = 4;

  private final TimelineColours colours;
  private final double textTop =
      Math.rint((RoundDrawing.HEIGHT - Sheet.height(TextStyle.TOKEN)) / 2);

  /** Measuring a text takes as long as drawing it, and the same tokens come again and again. */
  private final Map<String, Double> widths = new HashMap<>();

  TokenBox(TimelineColours colours) {
    this.colours = colours;
  }

  /** A box in its row. */
  record Cell(double x, double width) {}

  /** Width of the box that a label wants. */
  double width(String label) {
    return widths.computeIfAbsent(
        label, text -> Math.ceil(Sheet.width(text, TextStyle.TOKEN)) + 2 * PADDING);
  }

  /** Draws a token's box as its fate wants it; the legend draws its examples the same way. */
  void draw(Sheet sheet, Fate fate, String label, Cell cell) {
    double x = cell.x();
    double bottom = TOP + HEIGHT - 1.5;
    switch (fate) {
      case ACCEPTED -> box(sheet, cell, colours.accepted(), colours.acceptedEdge());
      case REJECTED ->
          box(sheet, cell, null, colours.rejected()).getStrokeDashArray().setAll(3.0, 2.0);
      case NOT_JUDGED, BEHIND_END ->
          box(sheet, cell, null, colours.palette().axis()).getStrokeDashArray().setAll(1.0, 3.0);
      case CORRECTED -> sheet.line(colours.corrected(), 1.5, x, bottom, x + cell.width(), bottom);
      case BONUS -> {
        Line dots = sheet.line(colours.bonus(), 1.5, x, bottom, x + cell.width(), bottom);
        dots.getStrokeDashArray().setAll(2.0, 3.0);
      }
      case TARGET -> {}
    }
    Color paint = text(fate);
    sheet.text(label, TextStyle.TOKEN, paint, x + PADDING, textTop);
    if (fate == Fate.REJECTED) {
      double middle = RoundDrawing.HEIGHT / 2 + 0.5;
      sheet.line(paint, 1, x + 2, middle, x + cell.width() - 2, middle);
    }
  }

  private static Rectangle box(Sheet sheet, Cell cell, Paint fill, Paint outline) {
    Rectangle box = sheet.rectangle(fill, outline, cell.x(), TOP, cell.width(), HEIGHT);
    box.setArcWidth(6);
    box.setArcHeight(6);
    return box;
  }

  private Color text(Fate fate) {
    return switch (fate) {
      case ACCEPTED, TARGET -> colours.palette().text();
      case REJECTED -> colours.rejected();
      case NOT_JUDGED, BEHIND_END -> colours.palette().muted();
      case CORRECTED -> colours.corrected();
      case BONUS -> colours.bonus();
    };
  }
}
