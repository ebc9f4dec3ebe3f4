package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBandwidthTest {

  private static final long BYTES = 64 << 20;

  /** Between a memory card and more than any memory bus of 2026 gives a few threads. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isWithinWhatMemoryCanDo(int threads) {
    Libtorch.start(threads);
    try (ReadBandwidth memory = prepare(BYTES, System::nanoTime)) {
      assertThat(memory.bytesPerSecond(4)).isBetween(100e6, 2e12);
    }
  }

  @Test
  void countsTheShortestPass() {
    Libtorch.start(1);
    // Passes of 10, 5 and 8 ms over 8 MB.
    Iterator<Long> looks =
        List.of(0L, 10_000_000L, 20_000_000L, 25_000_000L, 30_000_000L, 38_000_000L).iterator();
    try (ReadBandwidth memory = prepare(8_000_000, looks::next)) {
      assertThat(memory.bytesPerSecond(3)).isEqualTo(1.6e9);
    }
    assertThat(looks).isExhausted();
  }

  private static ReadBandwidth prepare(long bytes, LongSupplier nanoTime) {
    return ReadBandwidth.prepare(Program.source("memory_program.py"), bytes, nanoTime);
  }
}
