package dev.goldilocks.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors that a decoder is made of, by the names that the transformers library gives them. */
final class RequiredTensors {

  private RequiredTensors() {}

  /** Name to shape, in the order in which a pass reads them. */
  static Map<String, List<Long>> of(ModelConfig config) {
    long hidden = config.hiddenSize();
    long intermediate = config.intermediateSize();
    long vocabulary = config.vocabularySize();
    long queries = (long) config.attentionHeads() * config.headDimension();
    long keys = (long) config.keyValueHeads() * config.headDimension();

    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put("model.embed_tokens.weight", List.of(vocabulary, hidden));
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      shapes.put(prefix + "input_layernorm.weight", List.of(hidden));
      shapes.put(prefix + "self_attn.q_proj.weight", List.of(queries, hidden));
      shapes.put(prefix + "self_attn.k_proj.weight", List.of(keys, hidden));
      shapes.put(prefix + "self_attn.v_proj.weight", List.of(keys, hidden));
      shapes.put(prefix + "self_attn.o_proj.weight", List.of(hidden, queries));
      switch (config.attentionBias()) {
        case NONE -> {}
        case QUERY_KEY_VALUE -> putQueryKeyValueBias(shapes, prefix, queries, keys);
        case ALL -> {
          putQueryKeyValueBias(shapes, prefix, queries, keys);
          shapes.put(prefix + "self_attn.o_proj.bias", List.of(hidden));
        }
      }
      shapes.put(prefix + "post_attention_layernorm.weight", List.of(hidden));
      shapes.put(prefix + "mlp.gate_proj.weight", List.of(intermediate, hidden));
      shapes.put(prefix + "mlp.up_proj.weight", List.of(intermediate, hidden));
      shapes.put(prefix + "mlp.down_proj.weight", List.of(hidden, intermediate));
    }
    shapes.put("model.norm.weight", List.of(hidden));
    switch (config.embeddings()) {
      case TIED -> {}
      case SEPARATE -> shapes.put("lm_head.weight", List.of(vocabulary, hidden));
    }
    return shapes;
  }

  private static void putQueryKeyValueBias(
      Map<String, List<Long>> shapes, String prefix, long queries, long keys) {
    shapes.put(prefix + "self_attn.q_proj.bias", List.of(queries));
    shapes.put(prefix + "self_attn.k_proj.bias", List.of(keys));
    shapes.put(prefix + "self_attn.v_proj.bias", List.of(keys));
  }
}
