package dev.goldilocks.chart;

import java.util.List;

/**
 * A part of a chart that has values to tell.
 *
 * @param x left edge in pixels before scaling
 * @param y top
 * @param lines what it tells, the first what the values belong to
 */
record Spot(double x, double y, double width, double height, List<String> lines) {

  Spot {
    lines = List.copyOf(lines);
  }

  boolean contains(double pointX, double pointY) {
    return pointX >= x && pointX <= x + width && pointY >= y && pointY <= y + height;
  }

  /** All of it in one sentence. */
  String sentence() {
    return lines.getFirst() + ": " + String.join(", ", lines.subList(1, lines.size()));
  }
}
