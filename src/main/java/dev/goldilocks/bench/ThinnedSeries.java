package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * A series that never holds more than a number of points, evenly thin over its whole length. Each
 * point stands for so many items in a row, merged; when there are too many points, neighbours are
 * merged and each point stands for twice as many from then on. Adding costs amortised O(1).
 */
final class ThinnedSeries<T> {

  private final int mostPoints;
  private final BinaryOperator<T> merge;
  private final List<T> points = new ArrayList<>();
  private int itemsPerPoint;
  private int itemsInLast;

  /**
   * @param mostPoints even, at least 2
   * @param itemsPerPoint items that a point stands for at first, at least 1
   * @param merge one item for two that follow each other
   */
  ThinnedSeries(int mostPoints, int itemsPerPoint, BinaryOperator<T> merge) {
    this.mostPoints = mostPoints;
    this.itemsPerPoint = itemsPerPoint;
    this.merge = merge;
    this.itemsInLast = itemsPerPoint;
  }

  void add(T item) {
    if (itemsInLast < itemsPerPoint) {
      points.set(points.size() - 1, merge.apply(points.getLast(), item));
      itemsInLast++;
      return;
    }
    if (points.size() == mostPoints) {
      mergeNeighbours();
    }
    points.add(item);
    itemsInLast = 1;
  }

  Stream<T> stream() {
    return points.stream();
  }

  private void mergeNeighbours() {
    for (int i = 0; i < mostPoints / 2; i++) {
      points.set(i, merge.apply(points.get(2 * i), points.get(2 * i + 1)));
    }
    points.subList(mostPoints / 2, mostPoints).clear();
    itemsPerPoint *= 2;
  }
}
