package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int ATTEMPTS = 500;

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
    assertThat(refusals("model.safetensors", this::withFlippedBytes)).isGreaterThan(450);
  }

  @Test
  void changedDigitsInTheHeader() throws IOException {
    assertThat(refusals("model.safetensors", this::withAnotherDigit)).isBetween(250, 499);
  }

  @Test
  void liesAboutTheHeadersLength() throws IOException {
    assertThat(refusals("model.safetensors", this::withAnotherLength)).isEqualTo(ATTEMPTS);
  }

  @Test
  void flippedBytesInTheConfig() throws IOException {
    assertThat(refusals("config.json", this::withFlippedBytes)).isBetween(150, 499);
  }

  @Test
  void flippedBytesInTheGenerationConfig() throws IOException {
    assertThat(refusals("generation_config.json", this::withFlippedBytes)).isBetween(100, 499);
  }

  @Test
  void weightsCutShort() throws IOException {
    try (RandomAccessFile weights =
        new RandomAccessFile(checkpoint.resolve("model.safetensors").toFile(), "rw")) {
      long length = weights.length();
      while (length > 0) {
        length -= random.nextLong(1, length < 2 * HEADER_END ? 100 : length / 10);
        weights.setLength(Math.max(length, 0));
        assertThat(isRefused()).as("%d bytes", length).isTrue();
      }
    }
  }

  /** How often a damaged start of a file was refused; the file is whole again afterwards. */
  private int refusals(String name, Damage damage) throws IOException {
    int refusals = 0;
    try (RandomAccessFile file = new RandomAccessFile(checkpoint.resolve(name).toFile(), "rw")) {
      byte[] whole = new byte[(int) Math.min(file.length(), HEADER_END)];
      file.readFully(whole);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        file.seek(0);
        file.write(damage.to(whole.clone()));
        refusals += isRefused() ? 1 : 0;
      }
    }
    return refusals;
  }

  private boolean isRefused() throws IOException {
    try {
      checkThatTensorsLieInTheirFiles(CheckpointReader.read(checkpoint));
      return false;
    } catch (ProblemException refusal) {
      assertThat(refusal).hasMessageContaining(checkpoint.toString());
      return true;
    }
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
    for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
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

  private interface Damage {
    byte[] to(byte[] bytes);
  }
}
