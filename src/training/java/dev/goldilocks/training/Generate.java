package dev.goldilocks.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Lets the target continue pieces of the training text greedily, and keeps pieces and
 * continuations: text as the draft will meet it, to distil on (on-policy, as in Agarwal et al.
 * 2023, arXiv 2306.13649, but from the target's own output).
 */
final class Generate {
  /** Ids of a piece. */
  static final int PROMPT = 96;

  private static final int NEW_TOKENS = 160;
  private static final int ROWS = 64;
  private static final int THREADS = 2;
  private static final int BATCHES = 24;

  private Generate() {}

  /**
   * Writes pieces and continuations, whole or not at all.
   *
   * @param pieces the training text in windows of {@link #PROMPT}
   * @param first the number of the first batch of pieces, so that each call takes others
   */
  static void run(Pair pair, Windows pieces, long first, Path output) throws IOException {
    Path partial = output.resolveSibling(output.getFileName() + ".partial");
    try (Workers workers = new Workers(THREADS);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
      for (int batch = 0; batch < BATCHES; batch += THREADS) {
        List<Callable<long[]>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          long[] prompts = prompts(pieces.batch(first + batch + thread, ROWS));
          tasks.add(() -> continued(pair, prompts));
        }
        for (long[] ids : workers.all(tasks)) {
          Ids.write(out, ids);
        }
        System.out.printf("written by the target: %d of %d batches%n", batch + THREADS, BATCHES);
      }
    }
    Files.move(
        partial, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A window holds one id more than a prompt. */
  private static long[] prompts(long[] windows) {
    long[] prompts = new long[ROWS * PROMPT];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(windows, row * (PROMPT + 1), prompts, row * PROMPT, PROMPT);
    }
    return prompts;
  }

  private static long[] continued(Pair pair, long[] prompts) {
    long[] written = pair.greedy(prompts, ROWS, NEW_TOKENS, Pair.Role.TARGET);
    long[] all = new long[prompts.length + written.length];
    int end = 0;
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(prompts, row * PROMPT, all, end, PROMPT);
      System.arraycopy(written, row * NEW_TOKENS, all, end + PROMPT, NEW_TOKENS);
      end += PROMPT + NEW_TOKENS;
    }
    return all;
  }
}
