package dev.goldilocks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** The held-out text, to see how well the pair predicts what it never learned from. */
final class HeldOut {
  private static final int BATCHES = 4;
  private static final int ROWS = 8;

  private final Windows windows;
  private final double bytesPerToken;

  private HeldOut(Windows windows, double bytesPerToken) {
    this.windows = windows;
    this.bytesPerToken = bytesPerToken;
  }

  /** How well both predict, in bits a byte, and how often their first choices agree. */
  record Result(double targetBits, double draftBits, double agreement) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "target %.4f bits/byte, draft %.4f, agreement %.4f",
          targetBits,
          draftBits,
          agreement);
    }
  }

  static HeldOut read(Workspace workspace) throws IOException {
    short[] ids = Ids.read(workspace.heldOutIds());
    double bytesPerToken = (double) Files.size(workspace.heldOutText()) / ids.length;
    return new HeldOut(new Windows(ids, PairShape.SHIPPED.positions()), bytesPerToken);
  }

  /** Reads the same windows each time. */
  Result evaluate(Pair pair) {
    double[] sum = new double[3];
    for (int batch = 0; batch < BATCHES; batch++) {
      float[] figures = pair.evaluate(windows.batch(batch, ROWS), ROWS);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += figures[i] / BATCHES;
      }
    }
    double bitsPerNat = 1 / Math.log(2) / bytesPerToken;
    return new Result(sum[0] * bitsPerNat, sum[1] * bitsPerNat, sum[2]);
  }
}
