package dev.goldilocks.training;

import java.util.Random;

/** A text cut into windows of one length, visited in an order that is shuffled anew each epoch. */
final class Windows {
  private final short[] ids;
  private final int length;
  private long epoch = -1;
  private int offset;
  private int[] order = new int[0];

  /**
   * Cuts a text.
   *
   * @param ids the text's ids, unsigned
   * @param length ids a window predicts; it holds one more
   */
  Windows(short[] ids, int length) {
    this.ids = ids;
    this.length = length;
  }

  /**
   * Windows one after the other, each of {@code length + 1} ids. They depend on the arguments only,
   * so that a run that resumes sees what it would have seen.
   *
   * @param number which batch, from 0
   * @param rows windows a batch
   */
  long[] batch(long number, int rows) {
    long[] batch = new long[rows * (length + 1)];
    int perEpoch = (ids.length - 1 - length) / length;
    for (int row = 0; row < rows; row++) {
      long window = number * rows + row;
      shuffle(window / perEpoch, perEpoch);
      int start = offset + order[(int) (window % perEpoch)] * length;
      for (int i = 0; i <= length; i++) {
        batch[row * (length + 1) + i] = Short.toUnsignedLong(ids[start + i]);
      }
    }
    return batch;
  }

  private void shuffle(long wanted, int count) {
    if (wanted == epoch) {
      return;
    }
    Random random = new Random(wanted);
    epoch = wanted;
    offset = random.nextInt(length);
    order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }
}
