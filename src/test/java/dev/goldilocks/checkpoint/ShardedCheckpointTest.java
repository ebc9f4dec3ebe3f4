package dev.goldilocks.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint whose weights lie in two files with an index. */
class ShardedCheckpointTest {

  private static final String FIRST = "model-00001-of-00002.safetensors";
  private static final String SECOND = "model-00002-of-00002.safetensors";

  @TempDir Path folder;
  private Path checkpoint;
  private Path index;

  @BeforeEach
  void splitAWholeOne() throws IOException {
    checkpoint = Fixtures.copy("llama", folder);
    index = checkpoint.resolve("model.safetensors.index.json");
    Path single = checkpoint.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(single);
    List<StoredTensor> tensors = SafetensorsHeader.read(single);
    Map<String, String> fileOf = new HashMap<>();
    int half = tensors.size() / 2;
    writeShard(FIRST, tensors.subList(0, half), bytes, fileOf);
    writeShard(SECOND, tensors.subList(half, tensors.size()), bytes, fileOf);
    Files.delete(single);
    writeIndex(fileOf);
  }

  @Test
  void findsTheSameTensorsAsInOneFile() {
    Checkpoint whole = CheckpointReader.read(Fixtures.directory("llama"));

    Checkpoint sharded = CheckpointReader.read(checkpoint);

    assertThat(bytesOf(sharded)).usingRecursiveComparison().isEqualTo(bytesOf(whole));
    assertThat(sharded.tensors().values())
        .extracting(TensorEntry::file)
        .containsOnly(checkpoint.resolve(FIRST), checkpoint.resolve(SECOND));
  }

  @Test
  void refusesAnIndexThatNamesAMissingFile() throws IOException {
    Files.delete(checkpoint.resolve(SECOND));

    assertThat(sentence())
        .isEqualTo(
            "DIR/model-00002-of-00002.safetensors is missing, and model.safetensors.index.json"
                + " names it; download it into the same folder.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../llama.safetensors",
        "/etc/x.safetensors",
        "sub\\\\x.safetensors",
        "c:x.safetensors",
        "passwd",
        "x\\u0000.safetensors"
      })
  void refusesAnIndexThatLeavesTheFolder(String name) {
    JsonEdits.set(index, "weight_map", "{\"lm_head.weight\": \"%s\"}".formatted(name));

    assertThat(sentence())
        .isEqualTo(
            ("DIR/model.safetensors.index.json: weight_map names %s, which is not a safetensors"
                    + " file in the same folder; download the index again.")
                .formatted(name.replace("\\\\", "\\").replace("\\u0000", "\uFFFD")));
  }

  @Test
  void refusesAnIndexThatPutsATensorInTheWrongFile() throws IOException {
    Map<String, String> fileOf = new HashMap<>();
    fileOf.put("model.embed_tokens.weight", SECOND);
    fileOf.put("model.norm.weight", FIRST);
    writeIndex(fileOf);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors.index.json says that tensor model.embed_tokens.weight is in"
                + " model-00002-of-00002.safetensors, and it is not; download both files again.");
  }

  @Test
  void refusesAnIndexThatNamesATensorWhichNoFileHolds() throws IOException {
    Map<String, String> fileOf = new HashMap<>();
    fileOf.put("model.norm.weight", SECOND);
    fileOf.put("model.extra.weight", SECOND);
    writeIndex(fileOf);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors.index.json says that tensor model.extra.weight is in"
                + " model-00002-of-00002.safetensors, and it is not; download both files again.");
  }

  @Test
  void refusesAnIndexWithoutAMap() {
    JsonEdits.remove(index, "weight_map");

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors.index.json: weight_map is missing; download the file again.");
  }

  @Test
  void refusesATensorInTwoFiles() throws IOException {
    Files.copy(checkpoint.resolve(FIRST), checkpoint.resolve("copy.safetensors"));
    Map<String, String> fileOf = new HashMap<>();
    fileOf.put("model.embed_tokens.weight", FIRST);
    fileOf.put("model.norm.weight", "copy.safetensors");
    writeIndex(fileOf);

    assertThat(sentence())
        .isEqualTo(
            "Tensor model.embed_tokens.weight is both in DIR/copy.safetensors and in"
                + " model-00001-of-00002.safetensors; download the checkpoint again.");
  }

  private void writeShard(
      String name, List<StoredTensor> tensors, byte[] source, Map<String, String> fileOf)
      throws IOException {
    StringJoiner header = new StringJoiner(",", "{", "}");
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (StoredTensor tensor : tensors) {
      int begin = data.size();
      data.write(source, (int) tensor.offset(), (int) tensor.byteCount());
      header.add(
          "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(tensor.name(), tensor.type(), tensor.shape(), begin, data.size()));
      fileOf.put(tensor.name(), name);
    }
    Path file = checkpoint.resolve(name);
    SafetensorsFiles.write(file, header.toString(), 0);
    Files.write(file, data.toByteArray(), StandardOpenOption.APPEND);
  }

  private void writeIndex(Map<String, String> fileOf) throws IOException {
    List<String> entries = new ArrayList<>();
    fileOf.forEach((tensor, file) -> entries.add("\"%s\": \"%s\"".formatted(tensor, file)));
    Files.write(
        index,
        "{\"metadata\": {\"total_size\": 0}, \"weight_map\": {%s}}"
            .formatted(String.join(", ", entries))
            .getBytes(UTF_8));
  }

  private static Map<String, byte[]> bytesOf(Checkpoint checkpoint) {
    Map<String, byte[]> bytes = new HashMap<>();
    for (String name : checkpoint.tensors().keySet()) {
      try (MappedTensor tensor = new MappedWeights(checkpoint).map(name)) {
        bytes.put(name, tensor.segment().toArray(ValueLayout.JAVA_BYTE));
      }
    }
    return bytes;
  }

  private String sentence() {
    return Sentences.of(checkpoint, () -> CheckpointReader.read(checkpoint));
  }
}
