package dev.goldilocks.chart;

import dev.goldilocks.bench.Provenance;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/**
 * Draws a bar so that colour is never all that tells bars apart: baseline is an outline and
 * speculative solid; reported figures are hatched, timing-only figures dashed and empty.
 */
final class BarMark {

  /** The two bars of a group. */
  enum Kind {
    BASELINE,
    SPECULATIVE
  }

  private static final double HATCH_DISTANCE = 5;

  private final ChartPalette palette;

  BarMark(ChartPalette palette) {
    this.palette = palette;
  }

  void draw(
      Sheet sheet,
      Kind kind,
      Provenance provenance,
      double x,
      double y,
      double width,
      double height) {
    switch (provenance) {
      case MEASURED, CANCELLED, RECOVERED ->
          sheet.rectangle(fill(kind), ink(kind), x, y, width, height);
      case REPORTED -> {
        sheet.rectangle(palette.background(), ink(kind), x, y, width, height);
        hatch(sheet, kind, x, y, width, height);
      }
      case TIMING_ONLY -> dashed(sheet, kind, x, y, width, height);
    }
  }

  /** Dashes show on a centred stroke only, so this one lies half a pixel within the edge. */
  private void dashed(Sheet sheet, Kind kind, double x, double y, double width, double height) {
    Rectangle outline =
        sheet.rectangle(
            palette.background(), ink(kind), x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1);
    outline.setStrokeType(StrokeType.CENTERED);
    outline.getStrokeDashArray().setAll(4.0, 2.0);
  }

  private void hatch(Sheet sheet, Kind kind, double x, double y, double width, double height) {
    Path lines = new Path();
    lines.setStroke(ink(kind));
    lines.setStrokeWidth(hatchWidth(kind));
    for (double start = x - height; start < x + width; start += HATCH_DISTANCE) {
      lines.getElements().addAll(new MoveTo(start, y + height), new LineTo(start + height, y));
    }
    lines.setClip(new Rectangle(x, y, width, height));
    sheet.add(lines);
  }

  private Color ink(Kind kind) {
    return switch (kind) {
      case BASELINE -> palette.baseline();
      case SPECULATIVE -> palette.speculative();
    };
  }

  private Color fill(Kind kind) {
    return switch (kind) {
      case BASELINE -> palette.baselineFill();
      case SPECULATIVE -> palette.speculative();
    };
  }

  private static double hatchWidth(Kind kind) {
    return switch (kind) {
      case BASELINE -> 1;
      case SPECULATIVE -> 2;
    };
  }
}
