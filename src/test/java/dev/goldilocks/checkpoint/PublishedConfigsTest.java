package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * {@code config.json} files as published. What they become is known from the models' own
 * descriptions, and from what the transformers library fills in where a file is silent.
 */
class PublishedConfigsTest {

  @Test
  void llama32() {
    ModelConfig expected =
        new ModelConfig(
            Architecture.LLAMA,
            2048,
            8192,
            16,
            32,
            8,
            64,
            128_256,
            1e-5,
            new RotaryEmbedding(500_000, new RopeScaling.Llama3(32, 1, 4, 8192)),
            Embeddings.TIED,
            AttentionBias.NONE,
            131_072);

    assertThat(published("Llama-3.2-1B")).isEqualTo(expected);
    assertThat(published("Llama-3.2-1B-Instruct")).isEqualTo(expected);
  }

  @Test
  void tinyLlama() {
    assertThat(published("TinyLlama-1.1B-Chat-v1.0"))
        .isEqualTo(
            new ModelConfig(
                Architecture.LLAMA,
                2048,
                5632,
                22,
                32,
                4,
                64,
                32_000,
                1e-5,
                new RotaryEmbedding(10_000, new RopeScaling.None()),
                Embeddings.SEPARATE,
                AttentionBias.NONE,
                2048));
  }

  @Test
  void smolLm2() {
    assertThat(published("SmolLM2-135M"))
        .isEqualTo(
            new ModelConfig(
                Architecture.LLAMA,
                576,
                1536,
                30,
                9,
                3,
                64,
                49_152,
                1e-5,
                new RotaryEmbedding(100_000, new RopeScaling.None()),
                Embeddings.TIED,
                AttentionBias.NONE,
                8192));
  }

  /** Says nothing of the rotary base, the heads' width and biases. */
  @Test
  void llama2() {
    assertThat(published("Llama-2-7b-hf"))
        .isEqualTo(
            new ModelConfig(
                Architecture.LLAMA,
                4096,
                11_008,
                32,
                32,
                32,
                128,
                32_000,
                1e-5,
                new RotaryEmbedding(10_000, new RopeScaling.None()),
                Embeddings.SEPARATE,
                AttentionBias.NONE,
                4096));
  }

  @Test
  void qwen2() {
    assertThat(published("Qwen2-0.5B"))
        .isEqualTo(
            new ModelConfig(
                Architecture.QWEN2,
                896,
                4864,
                24,
                14,
                2,
                64,
                151_936,
                1e-6,
                new RotaryEmbedding(1_000_000, new RopeScaling.None()),
                Embeddings.TIED,
                AttentionBias.QUERY_KEY_VALUE,
                131_072));
  }

  @Test
  void qwen25() {
    assertThat(published("Qwen2.5-7B-Instruct"))
        .isEqualTo(
            new ModelConfig(
                Architecture.QWEN2,
                3584,
                18_944,
                28,
                28,
                4,
                128,
                152_064,
                1e-6,
                new RotaryEmbedding(1_000_000, new RopeScaling.None()),
                Embeddings.SEPARATE,
                AttentionBias.QUERY_KEY_VALUE,
                32_768));
  }

  private static ModelConfig published(String name) {
    String resource = "/published/" + name + ".json";
    try {
      Path file =
          Path.of(
              Objects.requireNonNull(PublishedConfigsTest.class.getResource(resource), resource)
                  .toURI());
      return ModelConfigReader.read(JsonFields.read(file, 4_000_000));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
