package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rotary embedding of a {@code config.json}, in the older form ({@code rope_theta} and {@code
 * rope_scaling}) or in that of transformers 5 ({@code rope_parameters}). Where both are there,
 * {@code rope_scaling} counts, as in transformers.
 */
final class RotaryEmbeddingReader {

  private static final double DEFAULT_THETA = 10_000;

  private RotaryEmbeddingReader() {}

  static RotaryEmbedding read(JsonFields config) {
    double theta = config.atLeastOne("rope_theta", DEFAULT_THETA);
    return config
        .object("rope_scaling")
        .or(() -> config.object("rope_parameters"))
        .map(rope -> new RotaryEmbedding(rope.atLeastOne("rope_theta", theta), scaling(rope)))
        .orElseGet(() -> new RotaryEmbedding(theta, new RopeScaling.None()));
  }

  /** transformers writes one object for each kind of layer where they differ. */
  private static void refuseLayersThatDiffer(JsonFields rope) {
    for (String field : rope.names()) {
      if (rope.value(field).filter(JsonNode::isObject).isPresent()) {
        throw rope.problem(
            field,
            "is of one kind of layer, and only one rotary embedding for all layers is supported;"
                + " give another model.");
      }
    }
  }

  private static RopeScaling scaling(JsonFields rope) {
    refuseLayersThatDiffer(rope);
    String field = rope.value("rope_type").isPresent() ? "rope_type" : "type";
    String type = rope.text(field).orElse("default");
    return switch (type) {
      case "default" -> new RopeScaling.None();
      case "linear" -> new RopeScaling.Linear(rope.positive("factor"));
      case "llama3" -> llama3(rope);
      default ->
          throw rope.problem(
              field,
              "is %s and only default, linear and llama3 are supported; give another model."
                  .formatted(UntrustedText.shown(type)));
    };
  }

  private static RopeScaling llama3(JsonFields rope) {
    double low = rope.positive("low_freq_factor");
    double high = rope.positive("high_freq_factor");
    if (high <= low) {
      throw rope.problem(
          "high_freq_factor",
          "is %s and not over low_freq_factor, which is %s; download the file again."
              .formatted(high, low));
    }
    return new RopeScaling.Llama3(
        rope.positive("factor"),
        low,
        high,
        rope.integer("original_max_position_embeddings", 1, Integer.MAX_VALUE));
  }
}
