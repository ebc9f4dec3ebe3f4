package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomCheckpointTest {

  @TempDir Path directory;

  @Test
  void isReadAsAnyOtherCheckpoint() {
    new RandomCheckpoint(16, 24, 2, 4, 2, 10).write(directory, 1);

    Checkpoint checkpoint = CheckpointReader.read(directory);

    // 10 * 16 embeddings; a layer has 2 * 16 gains, 16 * 16 + 16 queries, twice 8 * 16 + 8 keys and
    // values, 16 * 16 outputs and 3 * 24 * 16 in the feed-forward layer; 16 gains at the end.
    assertThat(checkpoint.parameters()).isEqualTo(160 + 2 * (32 + 272 + 272 + 256 + 1152) + 16);
    assertThat(checkpoint.config().architecture()).isEqualTo(Architecture.QWEN2);
  }

  @Test
  void isKnownByItsConfigAsOneThatWasNotTrained() {
    new RandomCheckpoint(16, 24, 1, 4, 2, 10).write(directory, 1);

    assertThat(CheckpointReader.read(directory).weights()).isEqualTo(WeightOrigin.RANDOM);
    assertThat(CheckpointReader.read(directory).withVocabularySize(8).weights())
        .isEqualTo(WeightOrigin.RANDOM);
    assertThat(CheckpointReader.read(Fixtures.directory("qwen2")).weights())
        .isEqualTo(WeightOrigin.TRAINED);
  }

  @Test
  void theSeedFixesTheWeights(@TempDir Path again, @TempDir Path other) throws IOException {
    RandomCheckpoint shape = new RandomCheckpoint(16, 24, 1, 4, 2, 10);
    shape.write(directory, 1);
    shape.write(again, 1);
    shape.write(other, 2);

    assertThat(Files.mismatch(weights(directory), weights(again))).isEqualTo(-1);
    assertThat(Files.mismatch(weights(directory), weights(other))).isPositive();
  }

  private static Path weights(Path checkpoint) {
    return checkpoint.resolve("model.safetensors");
  }
}
