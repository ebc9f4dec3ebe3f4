package dev.goldilocks.training;

import java.util.Arrays;

/** Where the two halves of a step's batch come from. They depend on the step only. */
sealed interface Batches {

  /** Half 0 or 1 of a step's batch, of so many rows. */
  Batch half(long step, int half, int rows);

  /** Text to learn. */
  record Plain(Windows text) implements Batches {
    @Override
    public Batch half(long step, int half, int rows) {
      return learn(text.batch(2 * step + half, rows), rows);
    }
  }

  /** Half text to learn, half what the target wrote: its repetitions are to be unlearned. */
  record Corrected(Windows text, Windows written) implements Batches {
    @Override
    public Batch half(long step, int half, int rows) {
      if (half == 0) {
        return learn(text.batch(2 * step, rows), rows);
      }
      long[] ids = written.batch(step, rows);
      boolean[] repeats = Repeats.of(ids, rows);
      float[] weights = new float[repeats.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = repeats[i] ? -1 : 0;
      }
      return new Batch(ids, weights, rows);
    }
  }

  private static Batch learn(long[] ids, int rows) {
    float[] weights = new float[ids.length - rows];
    Arrays.fill(weights, 1);
    return new Batch(ids, weights, rows);
  }
}
