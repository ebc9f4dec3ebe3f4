package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told about a folder that cannot be used. */
class CheckpointRefusalTest {

  @TempDir Path folder;
  private Path checkpoint;

  @BeforeEach
  void copyAWholeOne() {
    checkpoint = Fixtures.copy("llama", folder);
  }

  @Test
  void folderDoesNotExist() {
    Path missing = folder.resolve("missing");

    assertThat(Sentences.of(folder, () -> CheckpointReader.read(missing)))
        .isEqualTo("The model folder DIR/missing does not exist; check its path.");
  }

  @Test
  void folderIsAFile() {
    Path file = checkpoint.resolve("model.safetensors");

    assertThat(Sentences.of(checkpoint, () -> CheckpointReader.read(file)))
        .isEqualTo(
            "DIR/model.safetensors is not a folder;"
                + " give the folder that holds config.json and the weights.");
  }

  @Test
  void folderIsAGgufFile() {
    Path file = checkpoint.resolve("model-Q4_K_M.gguf");

    assertThat(Sentences.of(checkpoint, () -> CheckpointReader.read(file)))
        .isEqualTo(
            "DIR/model-Q4_K_M.gguf is in llama.cpp's GGUF format, which is not read; download the"
                + " original checkpoint that it was converted from, with config.json and"
                + " safetensors.");
  }

  @Test
  void configIsMissing() throws IOException {
    Files.delete(checkpoint.resolve("config.json"));

    assertThat(sentence())
        .isEqualTo(
            "DIR holds no config.json; give a folder in the Hugging Face layout, with config.json,"
                + " safetensors and tokenizer.json.");
  }

  @Test
  void configIsAGitLfsPointer() throws IOException {
    Files.writeString(
        checkpoint.resolve("config.json"), "version https://git-lfs.github.com/spec/v1\noid 1\n");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json is a Git LFS pointer and not the file itself;"
                + " run \"git lfs pull\" in DIR.");
  }

  @Test
  void configIsTooLongToBeOne() {
    SafetensorsFiles.write(checkpoint.resolve("config.json"), "", 4_000_000);

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json has 4000008 bytes, more than the 4000000 such a file can sensibly"
                + " have; download it again.");
  }

  @Test
  void weightsAreMissing() throws IOException {
    Files.delete(checkpoint.resolve("model.safetensors"));

    assertThat(sentence())
        .isEqualTo("DIR holds no safetensors file; download model.safetensors into it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pytorch_model.bin", "pytorch_model-00001-of-00002.bin", "model.pt"})
  void weightsArePickled(String name) throws IOException {
    Files.move(checkpoint.resolve("model.safetensors"), checkpoint.resolve(name));

    assertThat(sentence())
        .isEqualTo(
            "DIR/"
                + name
                + " holds pickled weights, which can run code when they are read, and no"
                + " safetensors; load the model with the Python library transformers and save it"
                + " with save_pretrained(folder, safe_serialization=True).");
  }

  @Test
  void weightsAreGguf() throws IOException {
    Files.move(checkpoint.resolve("model.safetensors"), checkpoint.resolve("model-Q8_0.gguf"));

    assertThat(sentence())
        .isEqualTo(
            "DIR/model-Q8_0.gguf is in llama.cpp's GGUF format, which is not read; download the"
                + " original checkpoint that it was converted from, with config.json and"
                + " safetensors.");
  }

  @Test
  void severalSafetensorsWithoutAnIndex() throws IOException {
    Path file = checkpoint.resolve("model.safetensors");
    Files.copy(file, checkpoint.resolve("model-00001-of-00002.safetensors"));
    Files.move(file, checkpoint.resolve("model-00002-of-00002.safetensors"));

    assertThat(sentence())
        .isEqualTo(
            "DIR holds 2 safetensors files and no model.safetensors.index.json;"
                + " download that file too.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void layersAreMoreOrFewer(int layers) {
    JsonEdits.set(checkpoint.resolve("config.json"), "num_hidden_layers", "" + layers);

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: num_hidden_layers is %d, and the weights have 3 layers; correct the field or download the checkpoint again."
                .formatted(layers));
  }

  @Test
  void tensorIsMissing() {
    rename("model.layers.2.input_layernorm.weight", "not.there");

    assertThat(sentence())
        .isEqualTo(
            "DIR: tensor model.layers.2.input_layernorm.weight is missing from the weights, and"
                + " config.json needs it; download the checkpoint again.");
  }

  /** As of an encoder or of the bare model, whose names have no "model." before them. */
  @Test
  void noLayerHasAKnownName() {
    rename("model.", "");

    assertThat(sentence())
        .isEqualTo(
            "DIR: tensor model.embed_tokens.weight is missing from the weights, and config.json"
                + " needs it; download the checkpoint again.");
  }

  @Test
  void tensorsAreQuantisedAndTheConfigDoesNotSaySo() {
    rename("layers.0.self_attn.q_proj.weight", "layers.0.self_attn.q_proj.qweight");

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors: tensor model.layers.0.self_attn.q_proj.qweight says that the"
                + " weights are quantised already; give the checkpoint in F32, F16 or BF16.");
  }

  /** Qwen3's norms of queries and keys; biases that attention_bias does not announce. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.layers.1.self_attn.q_norm.weight",
        "model.layers.1.self_attn.q_proj.bias",
        "model.layers.0.mlp.down_proj.bias",
        "model.norm.bias",
        "lm_head.bias",
      })
  void tensorWouldBeLeftOut(String name) {
    add(name);

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors: tensor %s is no part of the model that config.json describes,"
                    .formatted(name)
                + " and without it another one would be computed; correct config.json or give"
                + " another model.");
  }

  /** Frequencies that Llama 2's first checkpoints store, and a reward model's head. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.layers.1.self_attn.rotary_emb.inv_freq",
        "model.layers.7.self_attn.rotary_emb.inv_freq",
        "model.rotary_emb.inv_freq",
        "score.weight",
        "v_head.summary.weight",
      })
  void tensorsThatAreNoPartOfTheDecoderAreAccepted(String name) {
    add(name);

    assertThat(sentence()).isEqualTo("no problem");
  }

  private void rename(String name, String other) {
    SafetensorsFiles.editHeader(
        checkpoint.resolve("model.safetensors"), header -> header.replace(name, other));
  }

  /** A tensor of no elements, which takes no bytes. */
  private void add(String name) {
    SafetensorsFiles.editHeader(
        checkpoint.resolve("model.safetensors"),
        header ->
            header.replace(
                "\"model.norm.weight\"",
                "\"%s\": {\"dtype\": \"F32\", \"shape\": [0], \"data_offsets\": [0, 0]}, \"model.norm.weight\""
                    .formatted(name)));
  }

  @Test
  void tensorHasAnotherShape() {
    JsonEdits.set(checkpoint.resolve("config.json"), "vocab_size", "321");

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors: tensor model.embed_tokens.weight has shape [320, 64], and"
                + " config.json asks for [321, 64]; download the checkpoint again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I16", "F8\\u0007"})
  void tensorHasATypeThatIsNotRead(String type) {
    SafetensorsFiles.editHeader(
        checkpoint.resolve("model.safetensors"), header -> header.replace("BF16", type));

    assertThat(sentence())
        .isEqualTo(
            "DIR/model.safetensors: tensor model.embed_tokens.weight has type %s, and only F32,"
                    .formatted(type.replace("\\u0007", "\uFFFD"))
                + " F16, BF16 are read; give the checkpoint in one of these.");
  }

  @Test
  void tokenizerIsMissing() throws IOException {
    Files.delete(checkpoint.resolve("tokenizer.json"));

    assertThat(sentence())
        .isEqualTo("DIR/tokenizer.json is missing; download it into the same folder.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokenizer.model", "vocab.json"})
  void tokenizerIsOfAnOlderKind(String name) throws IOException {
    Files.move(checkpoint.resolve("tokenizer.json"), checkpoint.resolve(name));

    assertThat(sentence())
        .isEqualTo(
            "DIR/tokenizer.json is missing, and the older tokenizer files beside it are not read;"
                + " load the tokenizer with AutoTokenizer of the Python library transformers and"
                + " save it with save_pretrained(folder).");
  }

  @Test
  void tokenizerIsAGitLfsPointer() throws IOException {
    Files.writeString(
        checkpoint.resolve("tokenizer.json"),
        "version https://git-lfs.github.com/spec/v1\noid 1\n");

    assertThat(sentence())
        .isEqualTo(
            "DIR/tokenizer.json is a Git LFS pointer and not the file itself;"
                + " run \"git lfs pull\" in DIR.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"</s>\"", "2.5"})
  void endOfSequenceIsNoId(String value) {
    JsonEdits.set(checkpoint.resolve("generation_config.json"), "eos_token_id", value);

    assertThat(sentence())
        .isEqualTo(
            "DIR/generation_config.json: eos_token_id is %s, not a whole number from 0 to"
                    .formatted(value)
                + " 2147483647; correct it or download the file again.");
  }

  @Test
  void weightsAreSaidToBeOfAnUnknownKind() {
    JsonEdits.set(checkpoint.resolve("config.json"), "goldilocks_weights", "\"found\"");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: goldilocks_weights is found, and only \"random\" is known; leave the"
                + " field out for weights that were trained.");
  }

  @Test
  void fileMayNotBeRead() {
    Path file = checkpoint.resolve("config.json");

    assertThat(CheckpointFile.unreadable(file, new AccessDeniedException(file.toString())))
        .hasMessage(
            file + " cannot be read (AccessDeniedException); check its permissions and the disk.");
  }

  private String sentence() {
    return Sentences.of(checkpoint, () -> CheckpointReader.read(checkpoint));
  }
}
