package dev.goldilocks.chart;

import java.util.List;

/**
 * One line of a live chart.
 *
 * @param name as read out under the pointer
 * @param role decides how it looks
 * @param points in order of time, a few hundred at most
 */
public record LiveSeries(String name, LiveRole role, List<LivePoint> points) {

  public LiveSeries {
    points = List.copyOf(points);
  }
}
