package dev.goldilocks.engine;

import dev.goldilocks.bench.PassTimes;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * Times a target's passes, and reads the memory's speed between them: on a shared machine it
 * changes from one second to the next.
 */
public final class PassBenchmark {

  private static final int WARM_UPS = 5;

  /** Passes of each length between two readings of the memory's speed. */
  private static final int PASSES_BETWEEN_READINGS = 8;

  private final TensorLibrary library;
  private final int repeats;

  PassBenchmark(TensorLibrary library, int repeats) {
    this.library = library;
    this.repeats = repeats;
  }

  /**
   * Times passes of libtorch.
   *
   * @param threads threads of its kernels, at least 1
   * @param repeats passes of each length, at least 1
   */
  public static PassBenchmark withLibtorch(int threads, int repeats) {
    return new PassBenchmark(LibtorchLibrary.start(threads), repeats);
  }

  /**
   * Loads a model and times it.
   *
   * @param lengths tokens in a pass, each at least 1, 1 among them
   * @throws InterruptedException when the calling thread is interrupted
   */
  public PassTimes measure(Checkpoint checkpoint, Precision precision, List<Integer> lengths)
      throws InterruptedException {
    try (LanguageModel model = library.load(checkpoint, precision, PassSeries.room(lengths))) {
      PassSeries passes = PassSeries.ofTarget(model, lengths, repeats);
      for (int i = 0; i < WARM_UPS; i++) {
        passes.warmUp();
      }
      List<Double> bytesPerSecond = new ArrayList<>();
      while (passes.turns() < repeats) {
        stopIfInterrupted();
        if (passes.turns() % PASSES_BETWEEN_READINGS == 0) {
          bytesPerSecond.add(library.readBytesPerSecond());
          passes.warmUp();
        }
        passes.takeTurn();
      }
      return new PassTimes(
          precision,
          checkpoint.multipliedWeights() * precision.bytesPerWeight(),
          passes.medianNanos(),
          MemoryReadings.median(bytesPerSecond));
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
