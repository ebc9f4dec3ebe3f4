package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedWeightsTest {

  private static final String EMBEDDING = "model.embed_tokens.weight";

  @TempDir Path folder;

  @Test
  void mapsTheBytesThatTheFileHolds() throws IOException {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));
    String name = "model.layers.1.self_attn.k_proj.weight";
    int start = 8 + 3352 + 135_552;
    byte[] expected =
        Arrays.copyOfRange(
            Files.readAllBytes(checkpoint.directory().resolve("model.safetensors")),
            start,
            start + 4096);

    try (MappedTensor tensor = new MappedWeights(checkpoint).map(name)) {
      assertThat(tensor.segment().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(expected);
      assertThat(tensor.rows(31, 1).toArray(ValueLayout.JAVA_BYTE))
          .isEqualTo(Arrays.copyOfRange(expected, 31 * 128, 32 * 128));
    }
  }

  @Test
  void aTensorThatFitsIsOneDirectReadOnlyBlock() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));

    try (MappedTensor tensor = new MappedWeights(checkpoint).map(EMBEDDING)) {
      List<RowBlock> blocks = listOf(tensor);

      assertThat(blocks).extracting(RowBlock::firstRow).containsExactly(0L);
      assertThat(blocks).extracting(RowBlock::rows).containsExactly(320L);
      ByteBuffer bytes = blocks.getFirst().bytes();
      assertThat(bytes.isDirect()).isTrue();
      assertThat(bytes.isReadOnly()).isTrue();
      assertThat(bytes.remaining()).isEqualTo(40_960);
    }
  }

  @Test
  void cutsALargerTensorIntoBlocksOfWholeRows() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));
    int rowBytes = 128;

    try (MappedTensor tensor =
        new MappedWeights(checkpoint, 100 * rowBytes + rowBytes / 2).map(EMBEDDING)) {
      List<RowBlock> blocks = listOf(tensor);

      assertThat(blocks).extracting(RowBlock::firstRow).containsExactly(0L, 100L, 200L, 300L);
      assertThat(blocks).extracting(RowBlock::rows).containsExactly(100L, 100L, 100L, 20L);
      ByteBuffer joined = ByteBuffer.allocate(40_960);
      blocks.forEach(block -> joined.put(block.bytes()));
      assertThat(joined.array()).isEqualTo(tensor.segment().toArray(ValueLayout.JAVA_BYTE));
    }
  }

  @Test
  void refusesARowThatFitsNoBlock() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));

    try (MappedTensor tensor = new MappedWeights(checkpoint, 127).map(EMBEDDING)) {
      assertThatThrownBy(tensor::blocks)
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "%s: a row of tensor model.embed_tokens.weight has 128 bytes, and 127 can be handed over at once; give another model."
                  .formatted(checkpoint.directory().resolve("model.safetensors")));
    }
  }

  @Test
  void mapsATensorOfMoreThanTwoGibibytes() throws IOException {
    long rows = (1L << 31) / 1024 + 5;
    long byteCount = rows * 1024;
    Path file = folder.resolve("model.safetensors");
    long start =
        SafetensorsFiles.write(
            file,
            "{\"big\":{\"dtype\":\"F32\",\"shape\":[%d,256],\"data_offsets\":[0,%d]}}"
                .formatted(rows, byteCount),
            byteCount);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(start + byteCount - 1);
      sparse.write(42);
    }
    StoredTensor stored = SafetensorsHeader.read(file).getFirst();

    try (MappedTensor tensor = new MappedWeights(checkpointOf(stored)).map("big")) {
      assertThat(tensor.segment().byteSize()).isEqualTo(byteCount);
      List<RowBlock> blocks = listOf(tensor);
      assertThat(blocks).extracting(RowBlock::firstRow).containsExactly(0L, 2_097_151L);
      assertThat(blocks).extracting(RowBlock::rows).containsExactly(2_097_151L, 6L);
      assertThat(blocks.getLast().bytes().get(6 * 1024 - 1)).isEqualTo((byte) 42);
    }
  }

  @Test
  void saysThatAFileWasCutShortAfterItWasChecked() throws IOException {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.copy("llama", folder));
    Path file = checkpoint.directory().resolve("model.safetensors");
    try (RandomAccessFile weights = new RandomAccessFile(file.toFile(), "rw")) {
      weights.setLength(weights.length() - 1);
    }

    assertThatThrownBy(() -> new MappedWeights(checkpoint).map("lm_head.weight"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(file + " has become shorter since it was checked; download it again.");
  }

  @Test
  void closingATensorUnmapsItsBytes() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));
    MappedTensor tensor = new MappedWeights(checkpoint).map(EMBEDDING);
    ByteBuffer bytes = listOf(tensor).getFirst().bytes();

    tensor.close();

    assertThatThrownBy(() -> bytes.get(0)).isInstanceOf(IllegalStateException.class);
  }

  private static List<RowBlock> listOf(MappedTensor tensor) {
    List<RowBlock> blocks = new ArrayList<>();
    tensor.blocks().forEach(blocks::add);
    return blocks;
  }

  private static Checkpoint checkpointOf(StoredTensor stored) {
    TensorEntry entry =
        new TensorEntry(
            stored.name(),
            TensorType.valueOf(stored.type()),
            stored.shape(),
            stored.file(),
            stored.offset(),
            stored.byteCount());
    return new Checkpoint(
        stored.file().getParent(),
        "sparse",
        CheckpointReader.read(Fixtures.directory("llama")).config(),
        Map.of(stored.name(), entry),
        stored.file().resolveSibling("tokenizer.json"),
        Set.of());
  }
}
