package dev.goldilocks.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the models of a checkpoint in the Hugging Face layout, in bf16. */
final class Export {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private Export() {}

  static void run(Workspace workspace, Path models) throws IOException {
    PairShape pair = PairShape.SHIPPED;
    Map<String, Safetensors.Tensor> state = Safetensors.read(workspace.checkpoint()).tensors();
    for (PairShape.ModelShape model : List.of(pair.target(), pair.draft())) {
      Path directory = Files.createDirectories(models.resolve(model.directory()));
      Safetensors.write(
          directory.resolve("model.safetensors"),
          new Safetensors.Content(Map.of("format", "pt"), tensors(pair, model, state)),
          Safetensors.Precision.BF16);
      JSON.writeValue(directory.resolve("config.json").toFile(), config(pair, model));
      JSON.writeValue(directory.resolve("generation_config.json").toFile(), generation());
      JSON.writeValue(directory.resolve("tokenizer_config.json").toFile(), tokenizer(pair));
      Files.copy(
          workspace.tokenizer(),
          directory.resolve("tokenizer.json"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Map<String, Safetensors.Tensor> tensors(
      PairShape pair, PairShape.ModelShape model, Map<String, Safetensors.Tensor> state) {
    String prefix = model.name() + ".weight.";
    int head = pair.headSize();
    int query = model.heads() * head;
    int keyValue = model.keyValueHeads() * head;
    Map<String, Safetensors.Tensor> out = new LinkedHashMap<>();
    out.put("model.embed_tokens.weight", state.get(prefix + "embedding"));
    for (int i = 0; i < model.layers(); i++) {
      String layer = "model.layers." + i + ".";
      Safetensors.Tensor attention = layer(state.get(prefix + "query_key_value"), i);
      Safetensors.Tensor gateUp = layer(state.get(prefix + "gate_up"), i);
      out.put(layer + "input_layernorm.weight", layer(state.get(prefix + "attention_norm"), i));
      out.put(layer + "self_attn.q_proj.weight", rows(attention, 0, query));
      out.put(layer + "self_attn.k_proj.weight", rows(attention, query, keyValue));
      out.put(layer + "self_attn.v_proj.weight", rows(attention, query + keyValue, keyValue));
      out.put(layer + "self_attn.o_proj.weight", layer(state.get(prefix + "attention_output"), i));
      out.put(
          layer + "post_attention_layernorm.weight",
          layer(state.get(prefix + "feed_forward_norm"), i));
      out.put(layer + "mlp.gate_proj.weight", rows(gateUp, 0, model.inner()));
      out.put(layer + "mlp.up_proj.weight", rows(gateUp, model.inner(), model.inner()));
      out.put(layer + "mlp.down_proj.weight", layer(state.get(prefix + "down"), i));
    }
    out.put("model.norm.weight", state.get(prefix + "norm"));
    return out;
  }

  /** One layer of a stack. */
  private static Safetensors.Tensor layer(Safetensors.Tensor stack, int index) {
    long[] shape = Arrays.copyOfRange(stack.shape(), 1, stack.shape().length);
    int size = stack.values().length / (int) stack.shape()[0];
    return new Safetensors.Tensor(
        shape, Arrays.copyOfRange(stack.values(), index * size, (index + 1) * size));
  }

  private static Safetensors.Tensor rows(Safetensors.Tensor matrix, int from, int count) {
    int width = (int) matrix.shape()[1];
    return new Safetensors.Tensor(
        new long[] {count, width},
        Arrays.copyOfRange(matrix.values(), from * width, (from + count) * width));
  }

  private static ObjectNode config(PairShape pair, PairShape.ModelShape model) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.putArray("architectures").add("LlamaForCausalLM");
    return node.put("attention_bias", false)
        .put("attention_dropout", 0.0)
        .put("bos_token_id", 0)
        .put("eos_token_id", 0)
        .put("head_dim", pair.headSize())
        .put("hidden_act", "silu")
        .put("hidden_size", model.width())
        .put("initializer_range", 0.02)
        .put("intermediate_size", model.inner())
        .put("max_position_embeddings", pair.positions())
        .put("mlp_bias", false)
        .put("model_type", "llama")
        .put("num_attention_heads", model.heads())
        .put("num_hidden_layers", model.layers())
        .put("num_key_value_heads", model.keyValueHeads())
        .put("rms_norm_eps", 1e-5)
        .putNull("rope_scaling")
        .put("rope_theta", 10000.0)
        .put("tie_word_embeddings", true)
        .put("torch_dtype", "bfloat16")
        .put("use_cache", true)
        .put("vocab_size", pair.vocabulary());
  }

  private static ObjectNode generation() {
    return new ObjectMapper()
        .createObjectNode()
        .put("bos_token_id", 0)
        .put("eos_token_id", 0)
        .put("do_sample", false);
  }

  private static ObjectNode tokenizer(PairShape pair) {
    return new ObjectMapper()
        .createObjectNode()
        .put("tokenizer_class", "PreTrainedTokenizerFast")
        .put("bos_token", TokenizerFile.END)
        .put("eos_token", TokenizerFile.END)
        .put("add_bos_token", false)
        .put("clean_up_tokenization_spaces", false)
        .put("model_max_length", pair.positions());
  }
}
