package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever bytes a download may hold, reading ends in a checkpoint or in a sentence, never in any
 * other exception, and a checkpoint's tensors always lie inside their file.
 */
class DamagedCheckpointTest {

  private static final int HEADER_END = 8 + 3352;

  @TempDir Path folder;
  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_240_229);
  private Path checkpoint;

  @BeforeEach
  void copyAWholeOne() {
    checkpoint = Fixtures.copy("llama", folder);
  }

  @Test
  void flippedBytesInTheHeader() throws IOException {
    assertThat(refusals("model.safetensors", 1_500, this::withFlippedBytes)).isGreaterThan(1_000);
  }

  @Test
  void liesAboutTheHeadersLength() throws IOException {
    assertThat(refusals("model.safetensors", 300, this::withAnotherLength)).isEqualTo(300);
  }

  @Test
  void changedDigitsInTheHeader() throws IOException {
    assertThat(refusals("model.safetensors", 1_000, this::withAnotherDigit)).isGreaterThan(500);
  }

  @Test
  void fileCutShort() throws IOException {
    assertThat(refusals("model.safetensors", 300, this::cutShort)).isEqualTo(300);
  }

  @Test
  void flippedBytesInTheConfig() throws IOException {
    assertThat(refusals("config.json", 1_000, this::withFlippedBytes)).isGreaterThan(300);
  }

  @Test
  void flippedBytesInTheGenerationConfig() throws IOException {
    assertThat(refusals("generation_config.json", 300, this::withFlippedBytes)).isGreaterThan(50);
  }

  /** How many of the damaged files were refused. */
  private int refusals(String name, int attempts, Damage damage) throws IOException {
    Path file = checkpoint.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    int refusals = 0;
    for (int attempt = 0; attempt < attempts; attempt++) {
      Files.write(file, damage.to(whole.clone()));
      try {
        checkThatTensorsLieInTheirFiles(CheckpointReader.read(checkpoint));
      } catch (ProblemException refusal) {
        assertThat(refusal).hasMessageContaining(checkpoint.toString());
        refusals++;
      } catch (RuntimeException | Error other) {
        fail("attempt " + attempt, other);
      }
    }
    return refusals;
  }

  private static void checkThatTensorsLieInTheirFiles(Checkpoint checkpoint) throws IOException {
    for (TensorEntry tensor : checkpoint.tensors().values()) {
      assertThat(tensor.offset()).isNotNegative();
      assertThat(tensor.byteCount()).isPositive();
      assertThat(tensor.offset() + tensor.byteCount())
          .isLessThanOrEqualTo(Files.size(tensor.file()));
    }
  }

  private byte[] withFlippedBytes(byte[] bytes) {
    int end = Math.min(bytes.length, HEADER_END);
    for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
      bytes[random.nextInt(end)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private byte[] withAnotherLength(byte[] bytes) {
    long length = random.nextLong() >>> random.nextInt(64);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(0, length == HEADER_END - 8 ? -1 : length);
    return bytes;
  }

  private byte[] withAnotherDigit(byte[] bytes) {
    int position = random.nextInt(8, HEADER_END);
    while (!Character.isDigit(bytes[position])) {
      position = random.nextInt(8, HEADER_END);
    }
    bytes[position] = (byte) ('0' + random.nextInt(10));
    return bytes;
  }

  private byte[] cutShort(byte[] bytes) {
    int length = random.nextInt(bytes.length);
    return Arrays.copyOf(bytes, random.nextInt(2) == 0 ? length : length % HEADER_END);
  }

  private interface Damage {
    byte[] to(byte[] bytes);
  }
}
