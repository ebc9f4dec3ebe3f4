package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets the target continue pieces of the training text greedily, and keeps the pieces with their
 * continuations: text as the draft will meet it, to distil on.
 */
final class Generate {
  private static final int PROMPT = 96;
  private static final int NEW_TOKENS = 160;
  private static final int ROWS = 64;
  private static final int THREADS = 2;

  private Generate() {}

  static void run(Path folder, Path program, int batches)
      throws IOException, MalformedModelException {
    Windows windows = new Windows(folder.resolve("text/train.ids"), PROMPT);
    try (ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        Pair pair = new Pair(PairShape.SHIPPED, program, folder.resolve("program"));
        OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve("text/target.ids")))) {
      pair.restore(folder.resolve("checkpoint.safetensors"));
      for (int batch = 0; batch < batches; batch += THREADS) {
        List<long[]> prompts = new ArrayList<>();
        List<Future<long[]>> continuations = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          long[] prompt = withoutLast(windows.batch(1_000_000 + batch + thread, ROWS));
          prompts.add(prompt);
          continuations.add(
              workers.submit(() -> pair.greedy(prompt, ROWS, NEW_TOKENS, Pair.Role.TARGET)));
        }
        for (int thread = 0; thread < THREADS; thread++) {
          write(out, prompts.get(thread), result(continuations.get(thread)));
        }
        System.out.printf("%d of %d batches%n", batch + THREADS, batches);
      }
    }
  }

  /** Windows hold one id more than a prompt has. */
  private static long[] withoutLast(long[] windows) {
    long[] prompts = new long[ROWS * PROMPT];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(windows, row * (PROMPT + 1), prompts, row * PROMPT, PROMPT);
    }
    return prompts;
  }

  private static void write(OutputStream out, long[] prompts, long[] continuations)
      throws IOException {
    for (int row = 0; row < ROWS; row++) {
      write(out, prompts, row * PROMPT, PROMPT);
      write(out, continuations, row * NEW_TOKENS, NEW_TOKENS);
    }
  }

  private static void write(OutputStream out, long[] ids, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      out.write((int) ids[i]);
      out.write((int) (ids[i] >>> 8));
    }
  }

  private static long[] result(Future<long[]> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("generation failed", e.getCause());
    }
  }
}
