package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointReaderTest {

  @TempDir Path folder;

  @Test
  void readsLlamaWithItsOwnOutputEmbedding() {
    Path directory = Fixtures.directory("llama");

    Checkpoint checkpoint = CheckpointReader.read(directory);

    assertThat(checkpoint.id()).isEqualTo("llama");
    assertThat(checkpoint.config())
        .isEqualTo(
            new ModelConfig(
                Architecture.LLAMA,
                64,
                160,
                3,
                4,
                2,
                16,
                320,
                1e-5,
                new RotaryEmbedding(10_000, new RopeScaling.None()),
                Embeddings.SEPARATE,
                AttentionBias.NONE,
                512));
    assertThat(checkpoint.tokenizerFile()).isEqualTo(directory.resolve("tokenizer.json"));
    assertThat(checkpoint.endOfSequenceIds()).isEqualTo(Set.of(319));
    assertThat(checkpoint.weightBytes()).isEqualTo(340_864);
    assertThat(checkpoint.parameters()).isEqualTo(170_432);
    assertThat(checkpoint.tensors()).hasSize(30);
    assertThat(checkpoint.tensors().get("model.layers.1.self_attn.k_proj.weight"))
        .isEqualTo(
            new TensorEntry(
                "model.layers.1.self_attn.k_proj.weight",
                TensorType.BF16,
                List.of(32L, 64L),
                directory.resolve("model.safetensors"),
                8 + 3352 + 135_552,
                4096));
  }

  @Test
  void readsLlama3WithItsRopeScaling() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("llama3"));

    assertThat(checkpoint.config())
        .isEqualTo(
            new ModelConfig(
                Architecture.LLAMA,
                64,
                160,
                2,
                4,
                2,
                32,
                320,
                1e-5,
                new RotaryEmbedding(500_000, new RopeScaling.Llama3(8, 1, 4, 64)),
                Embeddings.TIED,
                AttentionBias.NONE,
                512));
    assertThat(checkpoint.tensors()).hasSize(20).doesNotContainKey("lm_head.weight");
  }

  @Test
  void readsQwen2WithItsAttentionBias() {
    Checkpoint checkpoint = CheckpointReader.read(Fixtures.directory("qwen2"));

    assertThat(checkpoint.config())
        .isEqualTo(
            new ModelConfig(
                Architecture.QWEN2,
                64,
                160,
                3,
                4,
                2,
                16,
                320,
                1e-6,
                new RotaryEmbedding(1_000_000, new RopeScaling.None()),
                Embeddings.TIED,
                AttentionBias.QUERY_KEY_VALUE,
                512));
    assertThat(checkpoint.tensors())
        .hasSize(38)
        .containsKey("model.layers.2.self_attn.v_proj.bias")
        .doesNotContainKey("model.layers.2.self_attn.o_proj.bias");
  }

  @Test
  void ignoresTensorsThatTheArchitectureDoesNotNeed() {
    Path directory = Fixtures.copy("llama", folder);
    JsonEdits.set(directory.resolve("config.json"), "tie_word_embeddings", "true");
    SafetensorsFiles.editHeader(
        directory.resolve("model.safetensors"),
        header ->
            header.replace(
                "\"lm_head.weight\": {\"dtype\": \"BF16\"",
                "\"lm_head.weight\": {\"dtype\": \"I16\""));

    Checkpoint checkpoint = CheckpointReader.read(directory);

    assertThat(checkpoint.tensors()).hasSize(29).doesNotContainKey("lm_head.weight");
    assertThat(checkpoint.weightBytes()).isEqualTo(299_904);
  }

  @Test
  void takesTheOnlySafetensorsFileUnderAnyName() throws IOException {
    Path directory = Fixtures.copy("llama", folder);
    Path renamed = directory.resolve("tiny.safetensors");
    Files.move(directory.resolve("model.safetensors"), renamed);

    assertThat(CheckpointReader.read(directory).tensors().values())
        .extracting(TensorEntry::file)
        .containsOnly(renamed);
  }

  @Test
  void takesTheEndOfSequenceIdsOfTheGenerationConfigFirst() {
    Path directory = Fixtures.copy("llama", folder);
    JsonEdits.set(directory.resolve("generation_config.json"), "eos_token_id", "[7, 9, 7]");

    assertThat(CheckpointReader.read(directory).endOfSequenceIds()).isEqualTo(Set.of(7, 9));
  }

  @Test
  void takesTheEndOfSequenceIdsOfTheConfigWhereTheGenerationConfigHasNone() {
    Path directory = Fixtures.copy("llama", folder);
    JsonEdits.remove(directory.resolve("generation_config.json"), "eos_token_id");
    JsonEdits.set(directory.resolve("config.json"), "eos_token_id", "[5, 6]");

    assertThat(CheckpointReader.read(directory).endOfSequenceIds()).isEqualTo(Set.of(5, 6));
  }

  @Test
  void knowsNoEndOfSequenceWhereNothingNamesOne() throws IOException {
    Path directory = Fixtures.copy("llama", folder);
    Files.delete(directory.resolve("generation_config.json"));
    JsonEdits.remove(directory.resolve("config.json"), "eos_token_id");

    assertThat(CheckpointReader.read(directory).endOfSequenceIds()).isEmpty();
  }

  @Test
  void namesASnapshotOfTheHuggingFaceCacheByItsRepository() throws IOException {
    Path snapshots = folder.resolve("models--HuggingFaceTB--SmolLM2-135M").resolve("snapshots");
    Files.createDirectories(snapshots);
    Path snapshot = Fixtures.copy("llama", snapshots);

    assertThat(CheckpointReader.read(snapshot).id()).isEqualTo("HuggingFaceTB/SmolLM2-135M");
  }
}
