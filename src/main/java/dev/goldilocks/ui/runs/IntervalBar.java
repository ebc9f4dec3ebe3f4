package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Interval;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * A speedup's interval on a scale that is the same in every row: a quarter to four times,
 * logarithmic, with a mark at 1.
 */
final class IntervalBar extends Region {

  private static final double LOWEST = 0.25;
  private static final double HIGHEST = 4;
  private static final double DOT = 3;
  private static final double HALF_MARK = 5;
  private static final double MARGIN = 4;

  private final Line track = new Line();
  private final Line mark = new Line();
  private final Line range = new Line();
  private final Circle dot = new Circle(DOT);
  private Interval interval = new Interval(Double.NaN, Double.NaN, Double.NaN, 0);

  IntervalBar() {
    getStyleClass().add("interval-bar");
    track.getStyleClass().add("track");
    mark.getStyleClass().add("mark");
    range.getStyleClass().add("range");
    dot.getStyleClass().add("dot");
    getChildren().addAll(track, mark, range, dot);
  }

  void show(Interval shown) {
    interval = shown;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middle = Math.floor(getHeight() / 2) + 0.5;
    place(track, MARGIN, middle, getWidth() - MARGIN, middle);
    double one = x(1);
    place(mark, one, middle - HALF_MARK, one, middle + HALF_MARK);
    dot.setVisible(Double.isFinite(interval.value()));
    range.setVisible(Double.isFinite(interval.low()) && Double.isFinite(interval.high()));
    if (dot.isVisible()) {
      dot.setCenterX(x(interval.value()));
      dot.setCenterY(middle);
    }
    if (range.isVisible()) {
      place(range, x(interval.low()), middle, x(interval.high()), middle);
    }
  }

  private double x(double ratio) {
    double share =
        Math.log(Math.clamp(ratio, LOWEST, HIGHEST) / LOWEST) / Math.log(HIGHEST / LOWEST);
    return MARGIN + share * (getWidth() - 2 * MARGIN);
  }

  private static void place(Line line, double startX, double startY, double endX, double endY) {
    line.setStartX(startX);
    line.setStartY(startY);
    line.setEndX(endX);
    line.setEndY(endY);
  }
}
