package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Trains the pair: the target on text, the draft on the target's distribution, in the same steps. */
final class Train {
  private static final int TOKENS = 4096;
  private static final int WARM_UP = 100;
  private static final float MATRIX_RATE = 0.02f;
  private static final float RATE = 0.004f;
  private static final float ARGMAX_SHARE = Float.parseFloat(System.getProperty("share", "0.5"));
  private static final long CHECKPOINT_SECONDS = 120;
  private static final int HELD_OUT_ROWS = 32;

  private static final int HALVES = 2;
  private static final long DRAFT_START = Long.getLong("ds");
  private static final Pair.Learners LEARN = Pair.Learners.valueOf(System.getProperty("learn"));
  private static final long[] DRAFT_LAYERS = {0, 1, 15};

  private Train() {}

  /** What one step came to. */
  private record StepResult(float targetLoss, float draftLoss, float targetNorm, float draftNorm) {}

  /**
   * Trains until a step, from the newest checkpoint if there is one.
   *
   * @param steps the last step
   * @param decaySteps over how many steps the learning rate falls to zero at the end
   */
  static void run(Path folder, Path program, String text, int length, long steps, long decaySteps)
      throws IOException, MalformedModelException {
    PairShape shape = PairShape.SHIPPED;
    int rows = TOKENS / length;
    Windows train = new Windows(folder.resolve("text").resolve(text), length);
    Windows heldOut = new Windows(folder.resolve("text/heldout.ids"), shape.positions());
    double bytesPerToken =
        (double) Files.size(folder.resolve("text/heldout.txt"))
            / (Files.size(folder.resolve("text/heldout.ids")) / 2.0);
    Path checkpoint = folder.resolve("checkpoint.safetensors");
    try (ExecutorService workers = Executors.newFixedThreadPool(HALVES);
        Pair pair = new Pair(shape, program, folder.resolve("program"))) {
      long step = 0;
      if (Files.exists(checkpoint)) {
        step = Long.parseLong(pair.restore(checkpoint).get("step"));
        System.out.println("resumed after step " + step);
      }
      long saved = System.nanoTime();
      long since = saved;
      long sinceStep = step;
      while (step < steps) {
        float factor =
            Math.min(
                Math.min(1f, (step + 1f) / WARM_UP), (float) (steps - step) / Math.max(1, decaySteps));
        if (step == DRAFT_START) {
          pair.startDraft(DRAFT_LAYERS);
        }
        StepResult result = step(pair, workers, train, rows, step, factor);
        step++;
        if (!Float.isFinite(result.targetLoss() + result.draftLoss())) {
          throw new IllegalStateException("the loss is not finite at step " + step);
        }
        long now = System.nanoTime();
        if (step % 10 == 0) {
          System.out.printf(
              "%s step %d loss %.3f draft %.3f norms %.2f %.2f rate %.5f, %.0f tokens/s%n",
              LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
              step,
              result.targetLoss(),
              result.draftLoss(),
              result.targetNorm(),
              result.draftNorm(),
              RATE * factor,
              (step - sinceStep) * TOKENS / ((now - since) / 1e9));
          since = now;
          sinceStep = step;
        }
        if ((now - saved) / 1_000_000_000 >= CHECKPOINT_SECONDS || step == steps) {
          pair.save(checkpoint, Map.of("step", Long.toString(step)));
          report(pair, heldOut, bytesPerToken, step);
          saved = System.nanoTime();
          since = saved;
          sinceStep = step;
        }
      }
    }
  }

  /** Both halves at once, a thread each: that scales better than two threads inside each operation. */
  private static StepResult step(
      Pair pair, ExecutorService workers, Windows train, int rows, long step, float factor) {
    Pair.Learners learners = LEARN;
    List<Future<float[]>> halves = new ArrayList<>();
    for (int half = 0; half < HALVES; half++) {
      long[] batch = train.batch(step * HALVES + half, rows / HALVES);
      int number = half;
      halves.add(
          workers.submit(() -> pair.gradients(batch, rows / HALVES, ARGMAX_SHARE, number, learners)));
    }
    float target = 0;
    float draft = 0;
    for (Future<float[]> half : halves) {
      float[] losses = result(half);
      target += losses[0] / HALVES;
      draft += losses[1] / HALVES;
    }
    float[] norms = pair.apply(MATRIX_RATE * factor, RATE * factor, step + 1, learners);
    return new StepResult(target, draft, norms[0], norms[1]);
  }

  private static float[] result(Future<float[]> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a step failed", e.getCause());
    }
  }

  private static void report(Pair pair, Windows heldOut, double bytesPerToken, long step) {
    double target = 0;
    double draft = 0;
    double agreement = 0;
    int batches = HELD_OUT_ROWS / 8;
    for (int i = 0; i < batches; i++) {
      Pair.Evaluation e = pair.evaluate(heldOut.batch(i, 8), 8);
      target += e.target() / batches;
      draft += e.draft() / batches;
      agreement += e.agreement() / batches;
    }
    double bits = 1 / Math.log(2) / bytesPerToken;
    System.out.printf(
        "held out after step %d: target %.4f bits/byte (%.3f nats/token), draft %.4f, agreement %.4f%n",
        step, target * bits, target, draft * bits, agreement);
  }
}
