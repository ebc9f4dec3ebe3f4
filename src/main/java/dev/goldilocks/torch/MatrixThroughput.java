package dev.goldilocks.torch;

import ai.djl.pytorch.engine.PtNDArray;
import dev.goldilocks.checkpoint.Architecture;
import dev.goldilocks.checkpoint.AttentionBias;
import dev.goldilocks.checkpoint.Embeddings;
import dev.goldilocks.checkpoint.ModelConfig;
import dev.goldilocks.checkpoint.RopeScaling;
import dev.goldilocks.checkpoint.RotaryEmbedding;
import dev.goldilocks.decode.Precision;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many operations a second the model program's own kernels reach when nothing but arithmetic
 * holds them up: the ceiling of a pass over many tokens. A square matrix is packed as a model's
 * matrices are and multiplied by so many rows that reading it counts for little; the best product
 * counts, because whatever disturbs one only makes it slower.
 */
final class MatrixThroughput implements AutoCloseable {

  /** Rows and columns of the matrix: it is packed as the large matrices of a model are. */
  static final int WIDTH = 2048;

  /** Rows that it is multiplied by: each of its weights is used so often. */
  static final int ROWS = 128;

  /** Products whatever they take; the first of them is not timed. */
  static final int FEWEST_PRODUCTS = 4;

  private static final short ONE_IN_BF16 = 0x3F80;
  private static final int BF16_CODE = 15;

  /** A model of which only the first matrix is ever there. */
  private static final ModelConfig NO_LAYERS =
      new ModelConfig(
          Architecture.LLAMA,
          WIDTH,
          WIDTH,
          0,
          1,
          1,
          WIDTH,
          WIDTH,
          0,
          new RotaryEmbedding(1, new RopeScaling.None()),
          Embeddings.TIED,
          AttentionBias.NONE,
          1);

  private final Program program;
  private final LongSupplier nanoTime;

  /**
   * @param program a program with the matrix in it
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  private MatrixThroughput(Program program, LongSupplier nanoTime) {
    this.program = program;
    this.nanoTime = nanoTime;
  }

  /**
   * Packs the matrix.
   *
   * @param loader compiles the model program
   * @param precision format of the matrix
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  static MatrixThroughput prepare(ModelLoader loader, Precision precision, LongSupplier nanoTime) {
    Program program = loader.compile(NO_LAYERS, precision);
    try {
      try (Arguments shape = new Arguments().number(WIDTH).number(WIDTH)) {
        program.run("stage", shape);
      }
      fillWithOnes(program);
      try (Arguments noRotation = new Arguments().number(0)) {
        program.run("pack", noRotation);
      }
      return new MatrixThroughput(program, nanoTime);
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  private static void fillWithOnes(Program program) {
    long weights = (long) WIDTH * WIDTH;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ones = arena.allocate(weights * Short.BYTES, Long.BYTES);
      for (long i = 0; i < weights; i++) {
        ones.setAtIndex(ValueLayout.JAVA_SHORT, i, ONE_IN_BF16);
      }
      try (PtNDArray raw = program.bytes(ones);
          Arguments block = new Arguments().tensor(raw).number(BF16_CODE).number(0)) {
        program.run("fill", block);
      }
    }
  }

  /**
   * Multiplies until the time is over, and at least {@link #FEWEST_PRODUCTS} times.
   *
   * @return multiplications and additions a second, each counted as one
   */
  double operationsPerSecond(Duration time) {
    long end = nanoTime.getAsLong() + time.toNanos();
    multiply();
    long best = Long.MAX_VALUE;
    for (int products = 1; products < FEWEST_PRODUCTS || nanoTime.getAsLong() < end; products++) {
      long start = nanoTime.getAsLong();
      multiply();
      best = Math.min(best, nanoTime.getAsLong() - start);
    }
    return 2.0 * ROWS * WIDTH * WIDTH * 1e9 / best;
  }

  /** A product of rows of ones; gives its first element, which is {@link #WIDTH}. */
  double multiply() {
    try (Arguments shape = new Arguments().number(ROWS).number(WIDTH)) {
      return program.real("multiply", shape);
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
