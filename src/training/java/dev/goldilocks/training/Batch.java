package dev.goldilocks.training;

/** Rows of ids to train on, and what each of them is for. */
final class Batch {
  private final long[] ids;
  private final float[] weights;
  private final int rows;

  /**
   * Makes a batch.
   *
   * @param ids rows of equal length, one after the other; each begins with an id that nothing
   *     predicts
   * @param weights for each id but the first of each row: 1 to learn it, 0 to pass over it,
   *     negative to unlearn it
   */
  Batch(long[] ids, float[] weights, int rows) {
    this.ids = ids;
    this.weights = weights;
    this.rows = rows;
  }

  long[] ids() {
    return ids;
  }

  float[] weights() {
    return weights;
  }

  int rows() {
    return rows;
  }
}
