package dev.goldilocks.torch;

import java.util.stream.IntStream;

/** Rows of logits. */
final class Rows {

  private Rows() {}

  static int argMax(float[] row) {
    return IntStream.range(0, row.length).reduce(0, (best, i) -> row[i] > row[best] ? i : best);
  }

  /** Root mean square of the difference, over that of the expected row. */
  static double relativeError(float[] actual, float[] expected) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(actual[i] - expected[i], 2);
      size += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / size);
  }
}
