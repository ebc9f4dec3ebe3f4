package dev.goldilocks.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.problem.ProblemException;
import java.time.Duration;

/**
 * The libtorch of this process. It has one thread pool, so one thread count holds for all models.
 */
public final class Libtorch {

  private static final String MEMORY_PROGRAM = "memory_program.py";

  private final Engine engine;

  private Libtorch(Engine engine) {
    this.engine = engine;
  }

  /**
   * Loads the native library, which lies on the class path: nothing is downloaded.
   *
   * @param threads threads that one operation may use, at least 1
   * @throws ProblemException when there is no library for this platform
   */
  public static Libtorch start(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads);
    }
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // The optimising executor compiles each method again for new shapes while it is being timed.
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    FbgemmKernels.choose();
    try {
      Engine engine = Engine.getEngine("PyTorch");
      JniUtils.setNumThreads(threads);
      return new Libtorch(engine);
    } catch (EngineException | UnsatisfiedLinkError e) {
      throw new ProblemException(
          "libtorch cannot be loaded on %s %s; start Goldilocks from a package built on this platform (Linux x86-64, macOS arm64 or Windows x86-64)."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          e);
    }
  }

  /** The library's version, for example {@code 2.7.1}. */
  public String version() {
    return engine.getVersion();
  }

  /**
   * Loads a model.
   *
   * @param precision format its matrices are read in
   * @param contextLength positions to make room for; the checkpoint's longest context when that is
   *     less
   * @throws ProblemException when the weights cannot be read or do not fit into memory
   */
  public LanguageModel load(Checkpoint checkpoint, Precision precision, int contextLength) {
    return loader().load(checkpoint, precision, contextLength);
  }

  /**
   * Measures how many multiplications and additions a second, each counted as one, the kernels
   * reach that multiply by a model's large matrices; takes a moment longer than {@code time}.
   *
   * @param precision format of the matrices
   */
  public double operationsPerSecond(Precision precision, Duration time) {
    try (MatrixThroughput throughput =
        MatrixThroughput.prepare(loader(), precision, System::nanoTime)) {
      return throughput.operationsPerSecond(time);
    }
  }

  /**
   * Measures how fast its threads read memory together, for about half a second, and takes 1 GiB of
   * memory while it does.
   *
   * @return bytes per second
   */
  public double readBytesPerSecond() {
    try (ReadBandwidth memory =
        ReadBandwidth.prepare(
            Program.source(MEMORY_PROGRAM), ReadBandwidth.DEFAULT_BYTES, System::nanoTime)) {
      return memory.bytesPerSecond(ReadBandwidth.DEFAULT_PASSES);
    }
  }

  private static ModelLoader loader() {
    return new ModelLoader(ModelSource.ofThisLibrary(), ModelLoader.BLOCK_BYTES);
  }
}
