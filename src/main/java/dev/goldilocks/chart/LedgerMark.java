package dev.goldilocks.chart;

import dev.goldilocks.bench.LedgerPart;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * How a part of a round's time is drawn, in still and in live charts: a fill, an outline and lines
 * across, so that colour is never all that tells parts apart.
 *
 * @param fill of the segment
 * @param ink of its outline and its lines
 * @param lines what is drawn over the fill
 */
record LedgerMark(Color fill, Color ink, Lines lines) {

  /** Lines over a segment. */
  enum Lines {
    NONE,
    RISING,
    FALLING,
    CROSSED,
    UPRIGHT
  }

  /** A line from one corner to another, in pixels. */
  record Stroke(double x1, double y1, double x2, double y2) {}

  private static final double DISTANCE = 6;

  static LedgerMark of(LedgerPart part, ChartPalette palette) {
    Color draft = palette.series().get(1);
    Color verify = palette.speculative();
    Color besides = palette.series().get(4);
    return switch (part) {
      case DRAFT -> new LedgerMark(draft, draft, Lines.NONE);
      case VERIFY -> new LedgerMark(palette.background(), verify, Lines.RISING);
      case ACCEPTANCE ->
          new LedgerMark(palette.background(), palette.series().get(3), Lines.CROSSED);
      case HOST -> new LedgerMark(palette.baselineFill(), besides, Lines.NONE);
      case RESIDUAL -> new LedgerMark(palette.background(), besides, Lines.UPRIGHT);
    };
  }

  /** Draws a segment; nothing where it is too narrow to be seen. */
  void draw(Sheet sheet, double x, double y, double width, double height) {
    if (width < 0.5) {
      return;
    }
    sheet.rectangle(fill, null, x, y, width, height);
    strokes(x, y, width, height)
        .forEach(
            stroke -> sheet.line(ink, 1.5, stroke.x1(), stroke.y1(), stroke.x2(), stroke.y2()));
    sheet.rectangle(null, ink, x, y, width, height);
  }

  /** The lines over a segment, cut off at its edges. */
  List<Stroke> strokes(double x, double y, double width, double height) {
    List<Stroke> strokes = new ArrayList<>();
    switch (lines) {
      case NONE -> {}
      case RISING -> slanted(strokes, x, y, width, height, Slant.RISING);
      case FALLING -> slanted(strokes, x, y, width, height, Slant.FALLING);
      case CROSSED -> {
        slanted(strokes, x, y, width, height, Slant.RISING);
        slanted(strokes, x, y, width, height, Slant.FALLING);
      }
      case UPRIGHT -> {
        for (double at = x + DISTANCE / 2; at < x + width; at += DISTANCE) {
          strokes.add(new Stroke(at, y, at, y + height));
        }
      }
    }
    return strokes;
  }

  private enum Slant {
    RISING,
    FALLING
  }

  private static void slanted(
      List<Stroke> strokes, double x, double y, double width, double height, Slant slant) {
    for (double start = x - height + DISTANCE / 2; start < x + width; start += DISTANCE) {
      double left = Math.max(start, x);
      double right = Math.min(start + height, x + width);
      double down = left - start;
      double up = right - start;
      strokes.add(
          switch (slant) {
            case RISING -> new Stroke(left, y + height - down, right, y + height - up);
            case FALLING -> new Stroke(left, y + down, right, y + up);
          });
    }
  }
}
