package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.PassTimes;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.decode.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassBenchmarkTest {

  @Test
  void countsTheMatricesThatAPassReads() throws InterruptedException {
    PassTimes times =
        new PassBenchmark(new ScriptedLibrary(), 1)
            .measure(
                CheckpointReader.read(Path.of("src/test/resources/fixtures/llama")),
                Precision.BF16,
                List.of(1, 3));

    // Three layers of 2 * 64 * 64 + 2 * 32 * 64 + 3 * 160 * 64 weights and a head of 320 * 64; the
    // input embedding is another tensor, of which a pass reads a row.
    assertThat(times.bytesRead()).isEqualTo(2 * (3 * (8192 + 4096 + 30720) + 20480));
    assertThat(times.readBytesPerSecond()).isEqualTo(25e9);
    assertThat(times.medianNanos())
        .containsOnlyKeys(1, 3)
        .allSatisfy((length, nanos) -> assertThat(nanos).isPositive());
  }

  @Test
  void setsAPassBesideTheMemory() {
    PassTimes times =
        new PassTimes(Precision.INT8, 1_000_000, Map.of(1, 100_000L, 5, 125_000L), 40e9);

    assertThat(times.millis(5)).isEqualTo(0.125);
    assertThat(times.overOneToken(5)).isEqualTo(1.25);
    // 1 MB in 100 us is 10 GB/s.
    assertThat(times.bandwidthShare()).isEqualTo(0.25);
  }
}
