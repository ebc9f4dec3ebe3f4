package dev.goldilocks.training;

/** Finds text that goes round in circles, as greedy output of a small model does. */
final class Repeats {
  private static final int LONGEST_PERIOD = 80;
  private static final int SHORTEST_MATCH = 8;

  private Repeats() {}

  /**
   * Marks ids that complete or prolong a whole copy of what stands right before it.
   *
   * @param ids rows of equal length, one after the other
   * @return for each id but the first of each row, whether it is such an id
   */
  static boolean[] of(long[] ids, int rows) {
    int width = ids.length / rows;
    boolean[] marks = new boolean[rows * (width - 1)];
    for (int row = 0; row < rows; row++) {
      for (int period = 1; period <= LONGEST_PERIOD; period++) {
        int matching = 0;
        for (int i = period; i < width; i++) {
          int at = row * width + i;
          matching = ids[at] == ids[at - period] ? matching + 1 : 0;
          if (matching >= Math.max(period, SHORTEST_MATCH)) {
            marks[row * (width - 1) + i - 1] = true;
          }
        }
      }
    }
    return marks;
  }
}
