package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.checkpoint.RandomCheckpoint;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model larger than what loading may take beside it: its head has 67 million weights. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux keeps the peak and can forget it")
class LoadingMemoryTest {

  private static final long VOCABULARY = 131_072;
  private static final long HIDDEN = 512;
  private static final long HEAD = VOCABULARY * HIDDEN;

  /** Two layers of query, key, value, output and the feed-forward matrices. */
  private static final long LAYERS =
      2 * (HIDDEN * (512 + 2 * 128) + 512 * HIDDEN + 3 * HIDDEN * 1024);

  /** For Java's heap, the kernels' code and blocks on their way. */
  private static final long SLACK = 100_000_000;

  private static final Path STATUS = Path.of("/proc/self/status");

  @TempDir static Path folder;

  private static Checkpoint checkpoint() {
    if (!Files.exists(folder.resolve("config.json"))) {
      new RandomCheckpoint((int) HIDDEN, 1024, 2, 8, 2, (int) VOCABULARY).write(folder, 1);
    }
    return CheckpointReader.read(folder);
  }

  @ParameterizedTest
  @CsvSource({"F32, 4", "BF16, 2", "INT8, 1"})
  void peaksAtTheLoadedSizeAndTheLargestTensor(Precision precision, long bytesPerWeight)
      throws IOException {
    Checkpoint checkpoint = checkpoint();
    Libtorch.start(1);
    long embedding = 2 * HEAD;
    long largest = Math.max(2, bytesPerWeight) * HEAD;
    long loaded = embedding + bytesPerWeight * (HEAD + LAYERS);
    new NativeHeap().trim();
    Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    long before = kilobytes("VmRSS") * 1024;

    try (LanguageModel _ =
        new ModelLoader(ModelSource.ofThisLibrary(), ModelLoader.BLOCK_BYTES)
            .load(checkpoint, precision, 64)) {
      long after = kilobytes("VmRSS") * 1024;
      long peak = kilobytes("VmHWM") * 1024;

      assertThat(after - before).isBetween(loaded - SLACK, loaded + SLACK);
      assertThat(peak - before).isLessThan(loaded + largest + SLACK);
    }
  }

  @Test
  void givesBackTheMemoryOfAClosedModel() throws IOException {
    Checkpoint checkpoint = checkpoint();
    Libtorch.start(1);
    long before = kilobytes("VmRSS") * 1024;

    new ModelLoader(ModelSource.ofThisLibrary(), ModelLoader.BLOCK_BYTES)
        .load(checkpoint, Precision.BF16, 64)
        .close();

    assertThat(kilobytes("VmRSS") * 1024 - before).isLessThan(SLACK);
  }

  private static long kilobytes(String field) throws IOException {
    String line =
        Files.readAllLines(STATUS).stream()
            .filter(candidate -> candidate.startsWith(field + ":"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
