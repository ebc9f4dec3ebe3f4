package dev.goldilocks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Takes single training steps. The batch is cut in two halves that run at once, a thread each:
 * small operations scale better that way than with two threads inside each of them.
 */
final class Stepper implements AutoCloseable {
  /** Ids a step predicts. */
  static final int TOKENS = 4096;

  private static final int HALVES = 2;

  /** Learning rate of the matrices inside layers, for Muon. */
  private static final float MATRIX_RATE = 0.02f;

  /** Learning rate of everything else, for AdamW. */
  private static final float RATE = 0.004f;

  /** Greedy acceptance asks for the target's first choice only, sampling for its distribution. */
  private static final float ARGMAX_SHARE = 0.5f;

  private final Pair pair;
  private final Batches batches;
  private final Schedule.Phase phase;
  private final Workers workers = new Workers(HALVES);

  Stepper(Pair pair, Batches batches, Schedule.Phase phase) {
    this.pair = pair;
    this.batches = batches;
    this.phase = phase;
  }

  /** Losses in nats a token, gradient norms before clipping, and the share of the full rate. */
  record Result(float targetLoss, float draftLoss, float targetNorm, float draftNorm, float rate) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "loss %.3f, draft %.3f, norms %.2f %.2f, rate %.3f",
          targetLoss,
          draftLoss,
          targetNorm,
          draftNorm,
          rate);
    }
  }

  /**
   * Takes a step.
   *
   * @throws IllegalStateException if a loss is not a number any more
   */
  Result step(long step) {
    int rows = TOKENS / phase.length() / HALVES;
    List<Callable<float[]>> halves = new ArrayList<>();
    for (int half = 0; half < HALVES; half++) {
      Batch batch = batches.half(step, half, rows);
      int number = half;
      halves.add(() -> pair.gradients(batch, ARGMAX_SHARE, number, phase.learners()));
    }
    float target = 0;
    float draft = 0;
    for (float[] losses : workers.all(halves)) {
      target += losses[0] / HALVES;
      draft += losses[1] / HALVES;
    }
    if (!Float.isFinite(target + draft)) {
      throw new IllegalStateException("the loss is not finite at step " + step);
    }
    float rate = phase.rate(step);
    float[] norms = pair.apply(MATRIX_RATE * rate, RATE * rate, step + 1, phase.learners());
    return new Result(target, draft, norms[0], norms[1], rate);
  }

  @Override
  public void close() {
    workers.close();
  }
}
