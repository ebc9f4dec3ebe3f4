package dev.goldilocks.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * The values at the place that people point at, in a box beside it.
 *
 * @param lines from top to bottom, at least one
 */
record ReadOut(List<Line> lines) {

  private static final double LINE = 16;
  private static final double PADDING = 8;
  private static final double GAP = 8;

  /**
   * One line.
   *
   * @param colour that of the series that it is of
   */
  record Line(String text, Paint colour) {}

  ReadOut {
    lines = List.copyOf(lines);
  }

  /** All of it as one text, for those who do not see it. */
  String text() {
    return String.join(", ", lines.stream().map(Line::text).toList());
  }

  /**
   * Draws it right of a place, or left of it when there is no room.
   *
   * @param x the place
   * @param top upper edge
   * @param width of the whole chart
   */
  void draw(
      GraphicsContext context, double x, double top, double width, Paint surface, Paint border) {
    double boxWidth = Math.ceil(widest(context.getFont())) + 2 * PADDING;
    double boxHeight = lines.size() * LINE + PADDING;
    double left = x + GAP + boxWidth <= width ? x + GAP : Math.max(0, x - GAP - boxWidth);
    left = Math.floor(left);
    context.setFill(surface);
    context.fillRect(left, top, boxWidth, boxHeight);
    context.setStroke(border);
    context.setLineWidth(1);
    context.setLineDashes();
    context.strokeRect(left + 0.5, top + 0.5, boxWidth, boxHeight);
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.CENTER);
    double y = top + PADDING / 2 + LINE / 2;
    for (Line line : lines) {
      context.setFill(line.colour);
      context.fillText(line.text, left + PADDING, y);
      y += LINE;
    }
  }

  private double widest(Font font) {
    Text measured = new Text();
    measured.setFont(font);
    double widest = 0;
    for (Line line : lines) {
      measured.setText(line.text);
      widest = Math.max(widest, measured.getLayoutBounds().getWidth());
    }
    return widest;
  }
}
