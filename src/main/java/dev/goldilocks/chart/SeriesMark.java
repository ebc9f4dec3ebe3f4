package dev.goldilocks.chart;

import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Shape;

/** How one of several series is drawn, told apart by shape and dash as well as by colour. */
enum SeriesMark {
  CIRCLE,
  SQUARE,
  DIAMOND,
  TRIANGLE,
  HOLLOW_CIRCLE;

  private static final double RADIUS = 4.5;

  /**
   * @param index of the series, from 0
   */
  static SeriesMark of(int index) {
    return values()[index];
  }

  /** Gives a line this series' dashes. */
  void dash(Shape line) {
    switch (this) {
      case CIRCLE -> line.getStrokeDashArray().clear();
      case SQUARE -> line.getStrokeDashArray().setAll(6.0, 4.0);
      case DIAMOND -> line.getStrokeDashArray().setAll(2.0, 3.0);
      case TRIANGLE -> line.getStrokeDashArray().setAll(10.0, 4.0);
      case HOLLOW_CIRCLE -> line.getStrokeDashArray().setAll(10.0, 3.0, 2.0, 3.0);
    }
  }

  void draw(Sheet sheet, Color color, Color background, double x, double y) {
    switch (this) {
      case CIRCLE -> circle(sheet, color, background, x, y);
      case HOLLOW_CIRCLE -> circle(sheet, background, color, x, y);
      case SQUARE ->
          sheet.polygon(
              color,
              background,
              x - RADIUS,
              y - RADIUS,
              x + RADIUS,
              y - RADIUS,
              x + RADIUS,
              y + RADIUS,
              x - RADIUS,
              y + RADIUS);
      case DIAMOND ->
          sheet.polygon(
              color,
              background,
              x,
              y - RADIUS - 1,
              x + RADIUS + 1,
              y,
              x,
              y + RADIUS + 1,
              x - RADIUS - 1,
              y);
      case TRIANGLE ->
          sheet.polygon(
              color,
              background,
              x,
              y - RADIUS - 1,
              x + RADIUS + 1,
              y + RADIUS,
              x - RADIUS - 1,
              y + RADIUS);
    }
  }

  private static void circle(Sheet sheet, Color fill, Color outline, double x, double y) {
    Circle circle = sheet.add(new Circle(x, y, RADIUS, fill));
    circle.setStroke(outline);
  }
}
