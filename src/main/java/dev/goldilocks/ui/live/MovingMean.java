package dev.goldilocks.ui.live;

import dev.goldilocks.chart.LivePoint;
import java.util.ArrayList;
import java.util.List;

/** Quietens a series so that its level can be read. */
final class MovingMean {

  private MovingMean() {}

  /**
   * Each point's value becomes the mean of it and those before it.
   *
   * @param points in order of time; NaN values are passed over
   * @param length most points in a mean, at least 1
   */
  static List<LivePoint> of(List<LivePoint> points, int length) {
    List<LivePoint> defined =
        points.stream().filter(point -> !Double.isNaN(point.value())).toList();
    List<LivePoint> means = new ArrayList<>(defined.size());
    for (int index = 0; index < defined.size(); index++) {
      double sum = 0;
      int from = Math.max(0, index - length + 1);
      for (int at = from; at <= index; at++) {
        sum += defined.get(at).value();
      }
      means.add(new LivePoint(defined.get(index).millis(), sum / (index - from + 1)));
    }
    return List.copyOf(means);
  }
}
