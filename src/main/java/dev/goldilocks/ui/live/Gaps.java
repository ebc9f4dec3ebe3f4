package dev.goldilocks.ui.live;

import dev.goldilocks.chart.LivePoint;
import java.util.ArrayList;
import java.util.List;

/** Finds the stretches of a line in which something else was measured. */
final class Gaps {

  /** Two points further apart than so many usual distances, with others between, have a gap. */
  private static final double LONGEST = 2;

  private Gaps() {}

  /**
   * The points with an undefined one in each gap. A long run's points stand for more time than a
   * stretch lasts: it has no gaps.
   *
   * @param points in order of time
   * @param elsewhere moments at which something else was measured, in order
   */
  static List<LivePoint> open(List<LivePoint> points, List<Long> elsewhere) {
    double usual = MovingMean.usualDistance(points);
    List<LivePoint> opened = new ArrayList<>(points.size());
    int next = 0;
    for (int index = 0; index < points.size(); index++) {
      LivePoint point = points.get(index);
      if (index > 0) {
        long before = points.get(index - 1).millis();
        while (next < elsewhere.size() && elsewhere.get(next) <= before) {
          next++;
        }
        boolean others = next < elsewhere.size() && elsewhere.get(next) < point.millis();
        if (others && point.millis() - before > LONGEST * usual) {
          opened.add(new LivePoint((before + point.millis()) / 2, Double.NaN));
        }
      }
      opened.add(point);
    }
    return List.copyOf(opened);
  }
}
