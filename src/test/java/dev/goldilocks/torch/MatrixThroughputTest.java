package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.decode.Precision;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixThroughputTest {

  /** All weights and activations are as large as can be: no sum may overflow in int8. */
  @ParameterizedTest
  @EnumSource
  void multipliesTheMatrixThatItCountsTheOperationsOf(Precision precision) {
    try (MatrixThroughput throughput = prepare(precision, new AtomicLong())) {
      // A row of ones times a column of 2048 ones.
      assertThat(throughput.multiply()).isCloseTo(2048, within(20.48));
    }
  }

  @Test
  void countsMultiplicationsAndAdditionsOfTheBestProduct() {
    AtomicLong clock = new AtomicLong();
    try (MatrixThroughput throughput = prepare(Precision.F32, clock)) {
      // Each look at the clock is a millisecond after the one before, and so is a product's end
      // after its start: 2 x 128 x 2048 x 2048 operations in a millisecond.
      assertThat(throughput.operationsPerSecond(Duration.ofMillis(20)))
          .isCloseTo(1.0737e12, within(1e8));
      // Three looks a product, the first of which is not timed.
      assertThat(clock.get()).isBetween(20_000_000L, 25_000_000L);
    }
  }

  @Test
  void multipliesAFewTimesThoughTheTimeIsOver() {
    AtomicLong clock = new AtomicLong();
    try (MatrixThroughput throughput = prepare(Precision.F32, clock)) {
      throughput.operationsPerSecond(Duration.ZERO);

      // Two looks a timed product, of which there are three, one for the end and one to see that it
      // is over.
      assertThat(clock.get()).isEqualTo(8_000_000);
    }
  }

  private static MatrixThroughput prepare(Precision precision, AtomicLong clock) {
    Libtorch.start(1);
    return MatrixThroughput.prepare(
        new ModelLoader(ModelSource.ofThisLibrary(), ModelLoader.BLOCK_BYTES),
        precision,
        () -> clock.addAndGet(1_000_000));
  }
}
