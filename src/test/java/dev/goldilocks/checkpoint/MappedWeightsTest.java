package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void aTensorThatFitsIsOneReadOnlyBlock() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));

    try (MappedTensor tensor = new MappedWeights(checkpoint).map(EMBEDDING)) {
      RowBlock block = only(tensor.blocks(40_960, rows(tensor)));

      assertThat(block.firstRow()).isZero();
      assertThat(block.bytes().isReadOnly()).isTrue();
      assertThat(block.bytes().byteSize()).isEqualTo(40_960);
    }
  }

  @Test
  void cutsALargerTensorIntoBlocksOfWholeRows() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));
    int rowBytes = 128;

    try (MappedTensor tensor = new MappedWeights(checkpoint).map(EMBEDDING)) {
      List<RowBlock> blocks = tensor.blocks(100 * rowBytes + rowBytes / 2, rows(tensor));

      assertThat(blocks).extracting(RowBlock::firstRow).containsExactly(0L, 100L, 200L, 300L);
      ByteBuffer joined = ByteBuffer.allocate(40_960);
      blocks.forEach(block -> joined.put(block.bytes().asByteBuffer()));
      assertThat(joined.array()).isEqualTo(tensor.segment().toArray(ValueLayout.JAVA_BYTE));
    }
  }

  @Test
  void aRowThatIsLongerThanABlockIsOneOfItsOwn() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));

    try (MappedTensor tensor = new MappedWeights(checkpoint).map(EMBEDDING)) {
      assertThat(tensor.blocks(127, rows(tensor))).hasSize(320);
    }
  }

  @Test
  void leavesOutRowsThatAreNotWanted() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));

    try (MappedTensor tensor = new MappedWeights(checkpoint).map(EMBEDDING)) {
      List<RowBlock> blocks = tensor.blocks(100 * 128, 150);

      assertThat(blocks)
          .extracting(RowBlock::firstRow, block -> block.bytes().byteSize())
          .containsExactly(tuple(0L, 100L * 128), tuple(100L, 50L * 128));
    }
  }

  @Test
  void letsTheLastRowStandForThoseThatItLacks() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama"));

    try (MappedTensor tensor = new MappedWeights(checkpoint).map(EMBEDDING)) {
      List<RowBlock> blocks = tensor.blocks(40_960, 322);

      byte[] last = tensor.rows(319, 1).toArray(ValueLayout.JAVA_BYTE);
      assertThat(blocks).extracting(RowBlock::firstRow).containsExactly(0L, 320L, 321L);
      assertThat(blocks.get(1).bytes().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(last);
      assertThat(blocks.get(2).bytes().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(last);
    }
  }

  @Test
  void refusesARowThatNoBufferHolds() throws IOException {
    StoredTensor stored = sparse(1, 1L << 31);

    try (MappedTensor tensor = new MappedWeights(checkpointOf(stored)).map("big")) {
      assertThatThrownBy(() -> tensor.blocks(1 << 20, rows(tensor)))
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "%s: a row of tensor big has 2147483648 bytes, and 2147483647 can be handed over at once; give another model."
                  .formatted(stored.file()));
    }
  }

  @Test
  void mapsATensorOfMoreThanTwoGibibytes() throws IOException {
    long rows = (1L << 31) / 1024 + 5;
    StoredTensor stored = sparse(rows, 1024);

    try (MappedTensor tensor = new MappedWeights(checkpointOf(stored)).map("big")) {
      assertThat(tensor.segment().byteSize()).isEqualTo(rows * 1024);
      List<RowBlock> blocks = tensor.blocks(1L << 30, rows(tensor));
      assertThat(blocks).extracting(RowBlock::firstRow).containsExactly(0L, 1_048_576L, 2_097_152L);
      assertThat(blocks.getLast().bytes().get(ValueLayout.JAVA_BYTE, 5 * 1024 - 1))
          .isEqualTo((byte) 42);
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
    MemorySegment bytes = only(tensor.blocks(40_960, rows(tensor))).bytes();

    tensor.close();

    assertThatThrownBy(() -> bytes.get(ValueLayout.JAVA_BYTE, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  private static long rows(MappedTensor tensor) {
    return tensor.entry().shape().getFirst();
  }

  private static RowBlock only(List<RowBlock> blocks) {
    assertThat(blocks).hasSize(1);
    return blocks.getFirst();
  }

  /** A tensor {@code big} of f32, zero but for its last byte, which is 42. */
  private StoredTensor sparse(long rows, long rowBytes) throws IOException {
    long byteCount = rows * rowBytes;
    Path file = folder.resolve("model.safetensors");
    long start =
        SafetensorsFiles.write(
            file,
            "{\"big\":{\"dtype\":\"F32\",\"shape\":[%d,%d],\"data_offsets\":[0,%d]}}"
                .formatted(rows, rowBytes / Float.BYTES, byteCount),
            byteCount);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(start + byteCount - 1);
      sparse.write(42);
    }
    return SafetensorsHeader.read(file).getFirst();
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
        Set.of(),
        WeightOrigin.TRAINED);
  }
}
