package dev.goldilocks.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** An encoded text, cut into windows of one length that are visited in a shuffled order, epoch by epoch. */
final class Windows {
  private final short[] ids;
  private final int length;
  private long epoch = -1;
  private int offset;
  private int[] order = new int[0];

  /**
   * Reads a text.
   *
   * @param file ids as little-endian 16-bit numbers
   * @param length positions a window predicts; a window holds one id more
   */
  Windows(Path file, int length) throws IOException {
    ShortBuffer buffer =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    this.ids = new short[buffer.remaining()];
    buffer.get(ids);
    this.length = length;
  }

  /** The windows of a step, one after the other: depends on the step only, so a run can resume. */
  long[] batch(long step, int rows) {
    long[] batch = new long[rows * (length + 1)];
    int perEpoch = (ids.length - 1 - length) / length;
    for (int row = 0; row < rows; row++) {
      long number = step * rows + row;
      shuffle(number / perEpoch, perEpoch);
      int start = offset + order[(int) (number % perEpoch)] * length;
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
