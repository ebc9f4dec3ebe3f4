package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsHeaderTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("model.safetensors");
  }

  @Test
  void listsTensorsInTheOrderOfTheirBytes() {
    String header =
        """
        {"__metadata__": {"format": "pt", "nested": {"b": [1, 2]}},
         "b": {"dtype": "BF16", "shape": [2, 3], "data_offsets": [4, 16]},
         "scalar": {"dtype": "F32", "shape": [], "data_offsets": [0, 4]},
         "odd": {"dtype": "F4", "shape": [2], "data_offsets": [16, 17]}}   \
        """;
    long start = SafetensorsFiles.write(file, header, 17);

    assertThat(SafetensorsHeader.read(file))
        .containsExactly(
            new StoredTensor("scalar", "F32", List.of(), file, start, 4),
            new StoredTensor("b", "BF16", List.of(2L, 3L), file, start + 4, 12),
            new StoredTensor("odd", "F4", List.of(2L), file, start + 16, 1));
  }

  @Test
  void leavesTypesThatItDoesNotKnowToWhoeverNeedsTheTensor() {
    String header = "{\"x\": {\"dtype\": \"F1\", \"shape\": [3], \"data_offsets\": [0, 5]}}";
    long start = SafetensorsFiles.write(file, header, 5);

    assertThat(SafetensorsHeader.read(file))
        .containsExactly(new StoredTensor("x", "F1", List.of(3L), file, start, 5));
  }

  @Test
  void acceptsAFileWithoutTensors() {
    SafetensorsFiles.write(file, "{}", 0);

    assertThat(SafetensorsHeader.read(file)).isEmpty();
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThat(sentence())
        .isEqualTo("DIR/model.safetensors is missing; download the checkpoint again.");
  }

  @Test
  void saysThatAFileIsAFolder() throws IOException {
    Files.createDirectory(file);

    assertThat(sentence())
        .isEqualTo("DIR/model.safetensors is not a file; download the checkpoint again.");
  }

  @Test
  void saysThatAFileEndsWithinItsFirstEightBytes() throws IOException {
    Files.write(file, new byte[7]);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors is truncated: it has 7 bytes, and its header's length alone"
                + " takes 8; download it again.");
  }

  @Test
  void saysThatAFileEndsWithinItsHeader() {
    SafetensorsFiles.write(file, 3, "{}", 0);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors is truncated: its header claims 3 bytes, and 2 follow;"
                + " download it again.");
  }

  @ParameterizedTest
  @CsvSource({
    "100000001, 100000001",
    "9223372036854775807, 9223372036854775807",
    "-1, 18446744073709551615",
  })
  void refusesAHeaderLongerThanTheFormatAllows(long length, String shown) {
    SafetensorsFiles.write(file, length, "{}", 0);

    assertThat(sentence())
        .isEqualTo(
            ("DIR/model.safetensors is damaged: its header claims %s bytes, and the format allows"
                    + " 100000000; download it again.")
                .formatted(shown));
  }

  @Test
  void recognisesAGitLfsPointer() throws IOException {
    Files.writeString(
        file,
        """
        version https://git-lfs.github.com/spec/v1
        oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
        size 12345
        """);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors is a Git LFS pointer and not the file itself;"
                + " run \"git lfs pull\" in DIR.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | its header is not a JSON object",
        "{} {} | its header holds more than one JSON object",
        "{`x`: | its header is not valid JSON",
        "{'x': {}} | its header is not valid JSON",
        "{\"x\": 1} | tensor x is not a JSON object",
        "{\"x\": {}} | tensor x lacks dtype, shape or data_offsets",
        "{\"x\": {\"dtype\": 1}} | tensor x: dtype is not a text",
        "{\"x\": {\"shape\": 4}} | tensor x: shape is not a list",
        "{\"x\": {\"shape\": [4.0]}} | tensor x: shape holds something that is not a whole number",
        "{\"x\": {\"shape\": [-4]}} | tensor x: shape holds -4",
        "{\"x\": {\"data_offsets\": [-1, 3]}} | tensor x: data_offsets holds -1",
        "{\"x\": {\"data_offsets\": [0, 99999999999999999999]}} | its header is not valid JSON",
        "{\"x\": {\"stride\": [1]}} | tensor x has a field stride that the format does not know",
        "{\"x\": {\"dtype\": \"U8\", \"shape\": [0], \"data_offsets\": [0]}} | tensor x:"
            + " data_offsets are not two numbers",
        "{\"x\": {\"dtype\": \"U8\", \"shape\": [0], \"data_offsets\": [0, 0, 0]}} | tensor x:"
            + " data_offsets are not two numbers",
        "{\"x\": {\"dtype\": \"U8\", \"shape\": [2], \"data_offsets\": [3, 1]}} | tensor x ends at"
            + " 1, before it begins at 3",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}} | tensor x of type"
            + " F32 and shape [2] cannot take 4 bytes",
        "{\"x\": {\"dtype\": \"F4\", \"shape\": [3], \"data_offsets\": [0, 2]}} | tensor x of type"
            + " F4 and shape [3] cannot take 2 bytes",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [4294967296, 4294967296], \"data_offsets\": [0,"
            + " 0]}} | tensor x of type F32 and shape [4294967296, 4294967296] cannot take 0 bytes",
      })
  void saysWhatIsWrongWithAHeader(String header, String what) {
    SafetensorsFiles.write(file, header, 4);

    assertThat(sentence())
        .isEqualTo("DIR/model.safetensors is damaged: " + what + "; download it again.");
  }

  @Test
  void refusesATensorThatIsThereTwice() {
    SafetensorsFiles.write(
        file,
        """
        {"x": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]},
         "x": {"dtype": "U8", "shape": [1], "data_offsets": [1, 2]}}
        """,
        2);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors is damaged: its header is not valid JSON; download it again.");
  }

  @Test
  void refusesATensorThatEndsPastTheFile() {
    writeTwo("[0, 1]", "[1, 2]", 1);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors is truncated: tensor y ends at byte 2 of the data, and the file"
                + " has 1; download it again.");
  }

  @Test
  void refusesTensorsThatOverlap() {
    writeTwo("[0, 1]", "[0, 1]", 1);

    assertThat(sentence())
        .isEqualTo("DIR/model.safetensors is damaged: tensors x and y overlap; download it again.");
  }

  @Test
  void refusesAHoleBetweenTensors() {
    writeTwo("[0, 1]", "[3, 4]", 4);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors is damaged: 2 bytes before tensor y belong to no tensor;"
                + " download it again.");
  }

  @Test
  void refusesBytesAfterTheLastTensor() {
    writeTwo("[0, 1]", "[1, 2]", 5);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors is damaged: 3 bytes after the last tensor belong to no tensor;"
                + " download it again.");
  }

  private void writeTwo(String offsetsOfX, String offsetsOfY, long dataBytes) {
    SafetensorsFiles.write(
        file,
        """
        {"x": {"dtype": "U8", "shape": [1], "data_offsets": %s},
         "y": {"dtype": "U8", "shape": [1], "data_offsets": %s}}
        """
            .formatted(offsetsOfX, offsetsOfY),
        dataBytes);
  }

  private String sentence() {
    return Sentences.of(folder, () -> SafetensorsHeader.read(file));
  }
}
