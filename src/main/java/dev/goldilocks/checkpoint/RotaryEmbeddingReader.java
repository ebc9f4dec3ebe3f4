package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The rotary embedding of a {@code config.json}, in the older form ({@code rope_theta} and {@code
 * rope_scaling}) or in that of transformers 5 ({@code rope_parameters}). Where both are there,
 * {@code rope_scaling} counts, as in transformers.
 */
final class RotaryEmbeddingReader {

  private static final double DEFAULT_THETA = 10_000;
  private static final String ORIGINAL_POSITIONS = "original_max_position_embeddings";

  private final JsonFields config;
  private final int maxPositions;

  private RotaryEmbeddingReader(JsonFields config, int maxPositions) {
    this.config = config;
    this.maxPositions = maxPositions;
  }

  /**
   * The rotary embedding of positions under {@code maxPositions}.
   *
   * @param config the whole config
   * @param maxPositions longest context
   */
  static RotaryEmbedding read(JsonFields config, int maxPositions) {
    return new RotaryEmbeddingReader(config, maxPositions).read();
  }

  private RotaryEmbedding read() {
    refusePartial(config);
    double theta = config.atLeastOne("rope_theta", DEFAULT_THETA);
    return stated("rope_scaling")
        .or(() -> stated("rope_parameters"))
        .map(rope -> new RotaryEmbedding(rope.atLeastOne("rope_theta", theta), scaling(rope)))
        .orElseGet(() -> new RotaryEmbedding(theta, new RopeScaling.None()));
  }

  /** An object without fields counts as absent, as in transformers. */
  private Optional<JsonFields> stated(String field) {
    return config.object(field).filter(rope -> !rope.isEmpty());
  }

  private static void refusePartial(JsonFields fields) {
    if (fields.positive("partial_rotary_factor", 1) != 1) {
      throw fields.problem(
          "partial_rotary_factor",
          "is %s and only 1 is supported; give another model."
              .formatted(fields.value("partial_rotary_factor").orElseThrow().asText()));
    }
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

  private RopeScaling scaling(JsonFields rope) {
    refuseLayersThatDiffer(rope);
    refusePartial(rope);
    String field = rope.value("rope_type").isPresent() ? "rope_type" : "type";
    String type = rope.text(field).orElse("default");
    return switch (type) {
      // What is dynamic begins past the longest context, and no context is longer here.
      case "default", "dynamic" -> new RopeScaling.None();
      case "linear" -> new RopeScaling.Linear(rope.positive("factor"));
      case "llama3" -> llama3(rope);
      default ->
          throw rope.problem(
              field,
              "is %s and only default, linear, dynamic and llama3 are supported; give another model."
                  .formatted(UntrustedText.shown(type)));
    };
  }

  private RopeScaling llama3(JsonFields rope) {
    double low = rope.positive("low_freq_factor");
    double high = rope.positive("high_freq_factor");
    if (high <= low) {
      throw rope.problem(
          "high_freq_factor",
          "is %s and not over low_freq_factor, which is %s; download the file again."
              .formatted(high, low));
    }
    return new RopeScaling.Llama3(rope.positive("factor"), low, high, originalPositions(rope));
  }

  /** transformers takes the first of these that is there. */
  private int originalPositions(JsonFields rope) {
    return config.integer(
        ORIGINAL_POSITIONS,
        1,
        Integer.MAX_VALUE,
        rope.integer(ORIGINAL_POSITIONS, 1, Integer.MAX_VALUE, maxPositions));
  }
}
