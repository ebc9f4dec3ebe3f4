package dev.goldilocks.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBandwidthTest {

  /** Between a memory card and more than any memory bus of 2026 gives a few threads. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isWithinWhatMemoryCanDo(int threads) throws InterruptedException {
    double bytesPerSecond = ReadBandwidth.bytesPerSecond(threads, 64 << 20, 4);

    assertThat(bytesPerSecond).isBetween(100e6, 2e12);
  }

  @Test
  void countsTheShortestPassFromTheFirstStartToTheLastEnd() {
    ReadBandwidth.Passes one = new ReadBandwidth.Passes(new long[] {0, 20}, new long[] {10, 25});
    ReadBandwidth.Passes other = new ReadBandwidth.Passes(new long[] {1, 18}, new long[] {12, 24});

    assertThat(ReadBandwidth.bestNanos(List.of(one, other))).isEqualTo(7);
  }
}
