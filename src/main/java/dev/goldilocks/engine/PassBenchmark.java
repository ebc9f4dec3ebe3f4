package dev.goldilocks.engine;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.TensorEntry;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.hardware.ReadBandwidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Times passes as decoding makes them: one token is plain decoding, {@code n} tokens are the
 * verification of {@code n - 1} drafted ones. Lengths take turns, so that a disturbance does not
 * fall on one of them, and the memory's speed is read between them: on a shared machine it changes
 * from one second to the next.
 */
public final class PassBenchmark {

  /** Positions cached before a pass. */
  private static final int CONTEXT = 64;

  private static final int WARM_UPS = 5;

  /** Passes of each length between two readings of the memory's speed. */
  private static final int PASSES_BETWEEN_READINGS = 8;

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();

  private final TensorLibrary library;
  private final MemorySpeed memorySpeed;
  private final int repeats;

  PassBenchmark(TensorLibrary library, MemorySpeed memorySpeed, int repeats) {
    this.library = library;
    this.memorySpeed = memorySpeed;
    this.repeats = repeats;
  }

  /**
   * Times passes of libtorch.
   *
   * @param threads threads of its kernels, at least 1
   * @param repeats passes of each length, at least 1
   */
  public static PassBenchmark withLibtorch(int threads, int repeats) {
    return new PassBenchmark(
        LibtorchLibrary.start(threads), () -> ReadBandwidth.bytesPerSecond(threads), repeats);
  }

  /**
   * Loads a model and times it.
   *
   * @param lengths tokens in a pass, each at least 1, 1 among them
   * @throws InterruptedException when the calling thread is interrupted
   */
  public PassTimes measure(Checkpoint checkpoint, Precision precision, List<Integer> lengths)
      throws InterruptedException {
    int room = CONTEXT + Collections.max(lengths) + 1;
    try (LanguageModel model = library.load(checkpoint, precision, room)) {
      model.prefill(new int[CONTEXT], GREEDY);
      Map<Integer, long[]> nanos = new LinkedHashMap<>();
      lengths.forEach(length -> nanos.put(length, new long[repeats]));
      List<Double> bytesPerSecond = new ArrayList<>();
      for (int i = -WARM_UPS; i < repeats; i++) {
        if (i >= 0 && i % PASSES_BETWEEN_READINGS == 0) {
          bytesPerSecond.add(memorySpeed.bytesPerSecond());
          lengths.forEach(length -> time(model, length));
        }
        for (int length : lengths) {
          long taken = time(model, length);
          if (i >= 0) {
            nanos.get(length)[i] = taken;
          }
        }
      }
      Map<Integer, Long> medians = new LinkedHashMap<>();
      nanos.forEach((length, times) -> medians.put(length, median(times)));
      return new PassTimes(
          precision, bytesRead(checkpoint, precision), medians, median(bytesPerSecond));
    }
  }

  private static long time(LanguageModel model, int tokens) {
    ProposedTokens proposal = new ProposedTokens(Collections.nCopies(tokens - 1, 1));
    long start = System.nanoTime();
    if (tokens == 1) {
      model.extend(1, 1, GREEDY, Set.of());
    } else {
      model.verify(1, proposal, GREEDY);
    }
    long taken = System.nanoTime() - start;
    model.rollBack(CONTEXT);
    return taken;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Matrices, the output embedding among them; an input embedding of its own is only looked up. */
  private static long bytesRead(Checkpoint checkpoint, Precision precision) {
    long weights =
        checkpoint.tensors().values().stream()
            .filter(tensor -> tensor.shape().size() == 2)
            .filter(tensor -> !isLookedUpOnly(tensor, checkpoint))
            .mapToLong(TensorEntry::elements)
            .sum();
    return weights * precision.bytesPerWeight();
  }

  private static boolean isLookedUpOnly(TensorEntry tensor, Checkpoint checkpoint) {
    return switch (checkpoint.config().embeddings()) {
      case TIED -> false;
      case SEPARATE -> tensor.name().equals("model.embed_tokens.weight");
    };
  }

  /** Measures how fast memory is read. */
  @FunctionalInterface
  interface MemorySpeed {

    double bytesPerSecond() throws InterruptedException;
  }
}
