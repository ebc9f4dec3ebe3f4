package dev.goldilocks.chart;

import java.util.OptionalInt;

/** A canvas of things in a row, whose values people read out one at a time. */
abstract sealed class LiveRow extends LiveCanvas permits LiveBars, LiveIntervals, LiveLedger {

  private final IndexPointer pointed = new IndexPointer();

  LiveRow() {}

  /** How many things are drawn. */
  abstract int count();

  /** Which of them is drawn at a place; less than 0, or at least their count, where none is. */
  abstract int indexAt(double x);

  /** The values of one of them. */
  abstract ReadOut readOut(int index);

  /** Which of them is read out. */
  final OptionalInt pointed() {
    return pointed.within(count());
  }

  @Override
  final void pointAt(double x) {
    if (pointed.to(indexAt(x), count())) {
      showPointed();
    }
  }

  @Override
  final void pointAway() {
    if (pointed.away()) {
      showPointed();
    }
  }

  @Override
  final void pointFurther(int steps) {
    if (pointed.further(steps, count())) {
      showPointed();
    }
  }

  private void showPointed() {
    OptionalInt index = pointed();
    setAccessibleHelp(index.isPresent() ? readOut(index.getAsInt()).text() : "");
    redraw();
  }
}
