package dev.goldilocks.ui.live;

import dev.goldilocks.chart.LivePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Quietens a series so that its level can be read. */
final class MovingMean {

  /** A gap longer than so many usual distances is time in which something else was measured. */
  private static final double LONGEST = 2;

  private MovingMean() {}

  /**
   * Each point's value becomes the mean of it and those before it, weighted by the time that each
   * stands for: the distance from the point before it, but a point after a gap stands for no more
   * than the others.
   *
   * @param points in order of time; NaN values are passed over
   * @param length most points in a mean, at least 1
   */
  static List<LivePoint> of(List<LivePoint> points, int length) {
    List<LivePoint> defined =
        points.stream().filter(point -> !Double.isNaN(point.value())).toList();
    double[] weights = weights(defined);
    List<LivePoint> means = new ArrayList<>(defined.size());
    for (int index = 0; index < defined.size(); index++) {
      double sum = 0;
      double weight = 0;
      for (int at = Math.max(0, index - length + 1); at <= index; at++) {
        sum += weights[at] * defined.get(at).value();
        weight += weights[at];
      }
      means.add(new LivePoint(defined.get(index).millis(), sum / weight));
    }
    return List.copyOf(means);
  }

  /** The median distance of two neighbours in milliseconds; 1 when there are none. */
  static double usualDistance(List<LivePoint> points) {
    return usual(distances(points));
  }

  private static double[] weights(List<LivePoint> points) {
    double[] distances = distances(points);
    double usual = usual(distances);
    for (int index = 0; index < distances.length; index++) {
      distances[index] =
          index == 0 || distances[index] > LONGEST * usual ? usual : distances[index];
    }
    return distances;
  }

  private static double[] distances(List<LivePoint> points) {
    double[] distances = new double[points.size()];
    for (int index = 1; index < distances.length; index++) {
      // A millisecond is the clock's grain: no point may weigh nothing.
      distances[index] = Math.max(1, points.get(index).millis() - points.get(index - 1).millis());
    }
    return distances;
  }

  /** The median distance; 1 when there is none. */
  private static double usual(double[] distances) {
    if (distances.length < 2) {
      return 1;
    }
    double[] sorted = Arrays.copyOfRange(distances, 1, distances.length);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
