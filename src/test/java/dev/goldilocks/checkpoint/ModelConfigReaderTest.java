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
import org.junit.jupiter.params.provider.ValueSource;

class ModelConfigReaderTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeASmallestConfig() throws IOException {
    file = folder.resolve("config.json");
    Files.writeString(
        file,
        """
        {"architectures": ["LlamaForCausalLM"], "hidden_size": 64, "intermediate_size": 160,
         "num_hidden_layers": 3, "num_attention_heads": 4, "vocab_size": 320}
        """);
  }

  @Test
  void takesTheDefaultsOfLlamaConfig() {
    assertThat(read())
        .isEqualTo(
            new ModelConfig(
                Architecture.LLAMA,
                64,
                160,
                3,
                4,
                4,
                16,
                320,
                1e-6,
                new RotaryEmbedding(10_000, new RopeScaling.None()),
                Embeddings.SEPARATE,
                AttentionBias.NONE,
                2048));
  }

  @Test
  void takesTheDefaultsOfQwen2Config() {
    set("architectures", "[\"Qwen2ForCausalLM\"]");

    assertThat(read())
        .isEqualTo(
            new ModelConfig(
                Architecture.QWEN2,
                64,
                160,
                3,
                4,
                4,
                16,
                320,
                1e-6,
                new RotaryEmbedding(10_000, new RopeScaling.None()),
                Embeddings.SEPARATE,
                AttentionBias.QUERY_KEY_VALUE,
                32_768));
  }

  @Test
  void countsNullAsAbsent() {
    set("head_dim", "null");
    set("num_key_value_heads", "null");
    set("rope_scaling", "null");
    set("quantization_config", "null");

    assertThat(read().headDimension()).isEqualTo(16);
    assertThat(read().keyValueHeads()).isEqualTo(4);
  }

  @Test
  void takesTheModelTypeWhereArchitecturesIsAbsent() {
    JsonEdits.remove(file, "architectures");
    set("model_type", "\"qwen2\"");

    assertThat(read().architecture()).isEqualTo(Architecture.QWEN2);
  }

  @Test
  void readsAttentionBiasOfLlama() {
    set("attention_bias", "true");

    assertThat(read().attentionBias()).isEqualTo(AttentionBias.ALL);
  }

  @Test
  void readsTheBiasOfQwen2WhateverAttentionBiasSays() {
    set("architectures", "[\"Qwen2ForCausalLM\"]");
    set("attention_bias", "false");

    assertThat(read().attentionBias()).isEqualTo(AttentionBias.QUERY_KEY_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LlamaForCausalLM", "Qwen2ForCausalLM"})
  void readsAHeadDimensionOfItsOwn(String architecture) {
    set("architectures", "[\"%s\"]".formatted(architecture));
    set("head_dim", "32");

    assertThat(read().headDimension()).isEqualTo(32);
  }

  @Test
  void knowsBothNamesOfTheActivation() {
    set("hidden_act", "\"swish\"");

    assertThat(read().architecture()).isEqualTo(Architecture.LLAMA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rope_type", "type"})
  void readsLinearRopeScalingUnderBothOfItsNames(String name) {
    set("rope_scaling", "{\"%s\": \"linear\", \"factor\": 4}".formatted(name));

    assertThat(read().rope()).isEqualTo(new RotaryEmbedding(10_000, new RopeScaling.Linear(4)));
  }

  @Test
  void readsDefaultRopeScalingAsNone() {
    set("rope_theta", "500000.0");
    set("rope_scaling", "{\"rope_type\": \"default\"}");

    assertThat(read().rope()).isEqualTo(new RotaryEmbedding(500_000, new RopeScaling.None()));
  }

  /** Its frequencies change with the length of a text, from the longest context on. */
  @Test
  void readsDynamicRopeScalingAsNone() {
    set("rope_scaling", "{\"type\": \"dynamic\", \"factor\": 2.0}");

    assertThat(read().rope()).isEqualTo(new RotaryEmbedding(10_000, new RopeScaling.None()));
  }

  @Test
  void takesRopeParametersWhereRopeScalingHasNoFields() {
    set("rope_scaling", "{}");
    set("rope_parameters", "{\"rope_type\": \"linear\", \"rope_theta\": 500.0, \"factor\": 2.0}");

    assertThat(read().rope()).isEqualTo(new RotaryEmbedding(500, new RopeScaling.Linear(2)));
  }

  /** transformers takes the first of them that is there. */
  @Test
  void findsTheOriginalContextOfLlama3InThreePlaces() {
    String llama3 =
        "{\"rope_type\": \"llama3\", \"factor\": 8, \"low_freq_factor\": 1, \"high_freq_factor\":"
            + " 4%s}";
    String inside = ", \"original_max_position_embeddings\": 256";

    set("max_position_embeddings", "512");
    set("rope_scaling", llama3.formatted(""));
    RopeScaling third = read().rope().scaling();
    set("rope_scaling", llama3.formatted(inside));
    RopeScaling second = read().rope().scaling();
    set("original_max_position_embeddings", "128");
    RopeScaling first = read().rope().scaling();

    assertThat(List.of(first, second, third))
        .containsExactly(
            new RopeScaling.Llama3(8, 1, 4, 128),
            new RopeScaling.Llama3(8, 1, 4, 256),
            new RopeScaling.Llama3(8, 1, 4, 512));
  }

  @Test
  void readsRopeParametersOfNewerConfigs() {
    set(
        "rope_parameters",
        """
        {"rope_type": "llama3", "rope_theta": 500000.0, "factor": 8.0, "low_freq_factor": 1.0,
         "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}
        """);

    assertThat(read().rope())
        .isEqualTo(new RotaryEmbedding(500_000, new RopeScaling.Llama3(8, 1, 4, 8192)));
  }

  @Test
  void letsRopeScalingCountWhereBothAreThere() {
    set("rope_parameters", "{\"rope_type\": \"default\", \"rope_theta\": 500000.0}");
    set("rope_scaling", "{\"rope_type\": \"linear\", \"factor\": 2.0}");

    assertThat(read().rope()).isEqualTo(new RotaryEmbedding(10_000, new RopeScaling.Linear(2)));
  }

  @Test
  void namesAnUnknownArchitectureAndTheKnownOnes() {
    set("architectures", "[\"MistralForCausalLM\"]");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: architectures is MistralForCausalLM, which is not supported;"
                + " give a checkpoint of LlamaForCausalLM (llama) or Qwen2ForCausalLM (qwen2).");
  }

  @Test
  void namesAnUnknownModelType() {
    JsonEdits.remove(file, "architectures");
    set("model_type", "\"gemma2\"");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: model_type is gemma2, which is not supported;"
                + " give a checkpoint of LlamaForCausalLM (llama) or Qwen2ForCausalLM (qwen2).");
  }

  /** The architecture alone would have been computed, and transformers computes the other. */
  @Test
  void refusesAModelTypeOfAnotherFamily() {
    set("model_type", "\"mistral\"");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: model_type is mistral and architectures is LlamaForCausalLM, which"
                + " are two families; correct the one that is wrong.");
  }

  @Test
  void wantsAnArchitecture() {
    JsonEdits.remove(file, "architectures");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: architectures is missing;"
                + " give a decoder checkpoint in the Hugging Face layout.");
  }

  @Test
  void showsALongOrPoisonedValueCutAndCleaned() {
    set("architectures", "[\"\\u001b[31m" + "x".repeat(100) + "\"]");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: architectures is \uFFFD[31m"
                + "x".repeat(55)
                + "…, which is not supported;"
                + " give a checkpoint of LlamaForCausalLM (llama) or Qwen2ForCausalLM (qwen2).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden_size",
        "intermediate_size",
        "num_hidden_layers",
        "num_attention_heads",
        "vocab_size"
      })
  void wantsEverySize(String field) {
    JsonEdits.remove(file, field);

    assertThat(sentence())
        .isEqualTo("DIR/config.json: " + field + " is missing; download the file again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hidden_size | 0 | is 0, not a whole number from 1 to 16777216",
        "hidden_size | 64.5 | is 64.5, not a whole number from 1 to 16777216",
        "vocab_size | 1e99 | is 1.0E99, not a whole number from 1 to 16777216",
        "vocab_size | 99999999999 | is 99999999999, not a whole number from 1 to 16777216",
        "num_hidden_layers | 2000000000 | is 2000000000, not a whole number from 1 to 10000",
        "num_attention_heads | \"4\" | is \"4\", not a whole number from 1 to 16777216",
        "rms_norm_eps | -1 | is -1, not a number over 0",
        "rope_theta | [1] | is [1], not a number over 0",
        "rope_theta | 1e-300 | is 1.0E-300, not a number of at least 1",
        "rms_norm_eps | 1e300 | is 1.0E300, not a number over 0 and up to 1.0",
        "tie_word_embeddings | 1 | is 1, neither true nor false",
        "architectures | \"LlamaForCausalLM\" | is \"LlamaForCausalLM\", not a list",
        "architectures | [1] | is 1, not a text",
        "hidden_act | 7 | is 7, not a text",
        "rope_scaling | 8 | is 8, not a JSON object",
        "max_position_embeddings | 0 | is 0, not a whole number from 1 to 2147483647",
        "sliding_window | 0 | is 0, not a whole number from 1 to 2147483647",
        "quantization_config | true | is true, not a JSON object",
      })
  void namesAFieldOfTheWrongKind(String field, String value, String what) {
    set(field, value);

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: %s %s; correct it or download the file again."
                .formatted(field, what));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hidden_act | \"gelu\" | is gelu and only silu is supported",
        "mlp_bias | true | is true and only false is supported",
        "layer_types | [\"full_attention\", \"chunked_attention\"] | is chunked_attention and only"
            + " full_attention is supported",
        "partial_rotary_factor | 0.5 | is 0.5 and only 1 is supported",
      })
  void refusesWhatTheModelProgramDoesNotCompute(String field, String value, String what) {
    set(field, value);

    assertThat(sentence())
        .isEqualTo("DIR/config.json: %s %s; give another model.".formatted(field, what));
  }

  @Test
  void refusesAnUnknownRopeScaling() {
    set("rope_scaling", "{\"rope_type\": \"yarn\", \"factor\": 4.0}");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: rope_scaling.rope_type is yarn and only default, linear, dynamic"
                + " and llama3 are supported; give another model.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rope_scaling", "rope_parameters"})
  void refusesARotaryEmbeddingOfAPartOfEachHead(String field) {
    set(field, "{\"rope_type\": \"default\", \"partial_rotary_factor\": 0.25}");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: %s.partial_rotary_factor is 0.25 and only 1 is supported; give another model."
                .formatted(field));
  }

  @Test
  void acceptsARotaryEmbeddingOfWholeHeads() {
    set("partial_rotary_factor", "1.0");
    set("rope_parameters", "{\"rope_theta\": 500000.0, \"partial_rotary_factor\": 1.0}");

    assertThat(read().rope()).isEqualTo(new RotaryEmbedding(500_000, new RopeScaling.None()));
  }

  @Test
  void refusesARotaryEmbeddingForEachKindOfLayer() {
    set(
        "rope_parameters",
        "{\"full_attention\": {\"rope_type\": \"default\", \"rope_theta\": 10000.0}}");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: rope_parameters.full_attention is of one kind of layer, and only one"
                + " rotary embedding for all layers is supported; give another model.");
  }

  @Test
  void wantsEveryFactorOfLlama3RopeScaling() {
    set(
        "rope_scaling",
        """
        {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
         "original_max_position_embeddings": 8192}
        """);

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: rope_scaling.high_freq_factor is missing; download the file again.");
  }

  @Test
  void refusesLlama3FactorsThatLeaveNothingToBlend() {
    set(
        "rope_scaling",
        """
        {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 4.0, "high_freq_factor": 4.0,
         "original_max_position_embeddings": 8192}
        """);

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: rope_scaling.high_freq_factor is 4.0 and not over low_freq_factor,"
                + " which is 4.0; download the file again.");
  }

  @Test
  void refusesWeightsThatAreQuantisedAlready() {
    set("quantization_config", "{\"quant_method\": \"gptq\", \"bits\": 4}");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: quantization_config is there (gptq), so the weights are quantised"
                + " already; give the checkpoint in F32, F16 or BF16.");
  }

  @Test
  void refusesKeyValueHeadsThatDoNotDivideTheHeads() {
    set("num_key_value_heads", "3");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: num_key_value_heads is 3 and does not divide num_attention_heads,"
                + " which is 4; download the file again.");
  }

  @Test
  void refusesHeadsThatDoNotDivideTheWidth() {
    set("num_attention_heads", "5");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: hidden_size is 64 and num_attention_heads, which is 5, does not"
                + " divide it; download the file again.");
  }

  @Test
  void refusesAnOddHeadDimension() {
    set("head_dim", "15");

    assertThat(sentence())
        .isEqualTo(
            "DIR/config.json: head_dim is 15, and rotary embeddings need an even number;"
                + " download the file again.");
  }

  @Test
  void saysWhereJsonEnds() throws IOException {
    Files.writeString(file, "{\"hidden_size\": 64,\n \"vocab");

    assertThat(sentence())
        .isEqualTo("DIR/config.json is not valid JSON (line 2, column 8); download it again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"hidden_size\": 64, \"hidden_size\": 65}", "{} {}", "{\"hidden_size\": NaN}"})
  void isStrictAboutJson(String text) throws IOException {
    Files.writeString(file, text);

    assertThat(sentence()).startsWith("DIR/config.json is not valid JSON (line 1, column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7"})
  void wantsAnObject(String text) throws IOException {
    Files.writeString(file, text);

    assertThat(sentence())
        .isEqualTo("DIR/config.json does not hold a JSON object; download it again.");
  }

  @Test
  void wantsUtf8() throws IOException {
    Files.write(file, new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});

    assertThat(sentence()).isEqualTo("DIR/config.json is not valid UTF-8; download it again.");
  }

  private void set(String field, String json) {
    JsonEdits.set(file, field, json);
  }

  private ModelConfig read() {
    return ModelConfigReader.read(JsonFields.read(file, 4_000_000));
  }

  private String sentence() {
    return Sentences.of(folder, this::read);
  }
}
