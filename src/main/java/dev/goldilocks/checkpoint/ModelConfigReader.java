package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code config.json} to {@link ModelConfig}. What the model program cannot compute is refused, and
 * defaults are those of the transformers library's {@code LlamaConfig} and {@code Qwen2Config}.
 */
final class ModelConfigReader {

  private static final int LARGEST_SIZE = 1 << 24;
  private static final int MOST_LAYERS = 10_000;

  /** Far over every real one, and far under what overflows in f32. */
  private static final double LARGEST_EPSILON = 1;

  /** The transformers library has it under two names. */
  private static final Set<String> SILU_NAMES = Set.of("silu", "swish");

  private final JsonFields config;

  private ModelConfigReader(JsonFields config) {
    this.config = config;
  }

  /**
   * The decoder's shape.
   *
   * @throws ProblemException when a field is missing or wrong, or asks for what is not supported
   */
  static ModelConfig read(JsonFields config) {
    return new ModelConfigReader(config).read();
  }

  private ModelConfig read() {
    Architecture architecture = architecture();
    refuseWhatIsNotComputed();
    int hiddenSize = config.integer("hidden_size", 1, LARGEST_SIZE);
    int attentionHeads = config.integer("num_attention_heads", 1, LARGEST_SIZE);
    int layers = config.integer("num_hidden_layers", 1, MOST_LAYERS);
    int maxPositions =
        config.integer(
            "max_position_embeddings", 1, Integer.MAX_VALUE, defaultMaxPositions(architecture));
    SlidingWindow.requireWhole(config, architecture, layers, maxPositions);
    return new ModelConfig(
        architecture,
        hiddenSize,
        config.integer("intermediate_size", 1, LARGEST_SIZE),
        layers,
        attentionHeads,
        keyValueHeads(attentionHeads),
        headDimension(hiddenSize, attentionHeads),
        config.integer("vocab_size", 1, LARGEST_SIZE),
        config.positive("rms_norm_eps", 1e-6, LARGEST_EPSILON),
        RotaryEmbeddingReader.read(config, maxPositions),
        config.isTrue("tie_word_embeddings") ? Embeddings.TIED : Embeddings.SEPARATE,
        attentionBias(architecture),
        maxPositions);
  }

  private Architecture architecture() {
    List<String> classNames = config.texts("architectures");
    if (!classNames.isEmpty()) {
      Architecture architecture =
          Arrays.stream(Architecture.values())
              .filter(known -> List.of(known.className()).equals(classNames))
              .findFirst()
              .orElseThrow(() -> unknown("architectures", String.join(", ", classNames)));
      config
          .text("model_type")
          .filter(type -> !type.equals(architecture.modelType()))
          .ifPresent(
              type -> {
                throw config.problem(
                    "model_type",
                    "is %s and architectures is %s, which are two families; correct the one that is wrong."
                        .formatted(UntrustedText.shown(type), architecture.className()));
              });
      return architecture;
    }
    String modelType =
        config
            .text("model_type")
            .orElseThrow(
                () ->
                    config.problem(
                        "architectures",
                        "is missing; give a decoder checkpoint in the Hugging Face layout."));
    return Arrays.stream(Architecture.values())
        .filter(known -> known.modelType().equals(modelType))
        .findFirst()
        .orElseThrow(() -> unknown("model_type", modelType));
  }

  private ProblemException unknown(String field, String value) {
    String supported =
        Arrays.stream(Architecture.values())
            .map(known -> known.className() + " (" + known.modelType() + ")")
            .collect(Collectors.joining(" or "));
    return config.problem(
        field,
        "is %s, which is not supported; give a checkpoint of %s."
            .formatted(UntrustedText.shown(value), supported));
  }

  private void refuseWhatIsNotComputed() {
    String activation = config.text("hidden_act").orElse("silu");
    if (!SILU_NAMES.contains(activation)) {
      throw unsupported("hidden_act", activation, "silu");
    }
    if (config.isTrue("mlp_bias")) {
      throw unsupported("mlp_bias", "true", "false");
    }
    config
        .object("quantization_config")
        .ifPresent(
            quantization -> {
              throw config.problem(
                  "quantization_config",
                  "is there%s, so the weights are quantised already; give the checkpoint in F32, F16 or BF16."
                      .formatted(
                          quantization
                              .text("quant_method")
                              .map(method -> " (" + UntrustedText.shown(method) + ")")
                              .orElse("")));
            });
  }

  private ProblemException unsupported(String field, String value, String supported) {
    return config.problem(
        field,
        "is %s and only %s is supported; give another model."
            .formatted(UntrustedText.shown(value), supported));
  }

  private int keyValueHeads(int attentionHeads) {
    int heads = config.integer("num_key_value_heads", 1, LARGEST_SIZE, attentionHeads);
    if (attentionHeads % heads != 0) {
      throw config.problem(
          "num_key_value_heads",
          "is %d and does not divide num_attention_heads, which is %d; download the file again."
              .formatted(heads, attentionHeads));
    }
    return heads;
  }

  private int headDimension(int hiddenSize, int attentionHeads) {
    if (config.value("head_dim").isEmpty() && hiddenSize % attentionHeads != 0) {
      throw config.problem(
          "hidden_size",
          "is %d and num_attention_heads, which is %d, does not divide it; download the file again."
              .formatted(hiddenSize, attentionHeads));
    }
    int dimension = config.integer("head_dim", 1, LARGEST_SIZE, hiddenSize / attentionHeads);
    if (dimension % 2 != 0) {
      throw config.problem(
          "head_dim",
          "is %d, and rotary embeddings need an even number; download the file again."
              .formatted(dimension));
    }
    return dimension;
  }

  private AttentionBias attentionBias(Architecture architecture) {
    return switch (architecture) {
      case LLAMA -> config.isTrue("attention_bias") ? AttentionBias.ALL : AttentionBias.NONE;
      case QWEN2 -> AttentionBias.QUERY_KEY_VALUE;
    };
  }

  private static int defaultMaxPositions(Architecture architecture) {
    return switch (architecture) {
      case LLAMA -> 2048;
      case QWEN2 -> 32_768;
    };
  }
}
