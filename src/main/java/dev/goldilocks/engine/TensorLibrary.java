package dev.goldilocks.engine;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Tokenizer;
import java.time.Duration;

/** What a session needs of the library that computes. */
interface TensorLibrary {

  /** Starts the library of this process. */
  interface Starter {

    /**
     * Loads the library.
     *
     * @param threads threads that one operation may use, at least 1
     * @throws dev.goldilocks.problem.ProblemException when there is none for this platform
     */
    TensorLibrary start(int threads);
  }

  /** Its version. */
  String version();

  /**
   * Loads a model.
   *
   * @param contextLength positions to make room for; the checkpoint's longest context when that is
   *     less
   * @throws dev.goldilocks.problem.ProblemException when its weights cannot be read, or do not fit
   *     into memory
   */
  LanguageModel load(Checkpoint checkpoint, Precision precision, int contextLength);

  /**
   * Measures how many multiplications and additions a second the kernels of this precision reach.
   *
   * @param time how long to measure; the library may take longer for a few products
   */
  double operationsPerSecond(Precision precision, Duration time);

  /** Measures how fast its threads read memory together, bytes per second. */
  double readBytesPerSecond();

  /**
   * Loads a checkpoint's tokenizer.
   *
   * @throws dev.goldilocks.problem.ProblemException when its file cannot be read
   */
  Tokenizer tokenizer(Checkpoint checkpoint);
}
