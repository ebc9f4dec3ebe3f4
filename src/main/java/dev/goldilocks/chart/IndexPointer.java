package dev.goldilocks.chart;

import java.util.OptionalInt;

/** Which of several things in a row people point at, if any. Each move says whether it was one. */
final class IndexPointer {

  private static final int NONE = -1;

  private int index = NONE;

  /** What is pointed at among so many. */
  OptionalInt within(int count) {
    return index >= 0 && index < count ? OptionalInt.of(index) : OptionalInt.empty();
  }

  boolean to(int next, int count) {
    return move(next >= 0 && next < count ? next : NONE);
  }

  boolean away() {
    return move(NONE);
  }

  /** Stops at both ends; from nowhere it goes to the first. */
  boolean further(int steps, int count) {
    if (count == 0) {
      return move(NONE);
    }
    return move(index == NONE ? 0 : Math.clamp((long) index + steps, 0, count - 1));
  }

  private boolean move(int next) {
    boolean moved = next != index;
    index = next;
    return moved;
  }
}
