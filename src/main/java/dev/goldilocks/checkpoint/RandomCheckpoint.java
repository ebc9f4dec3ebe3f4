package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A Qwen2 checkpoint with random weights, for timing passes of a shape whose real weights are not
 * at hand. Its text means nothing, and its {@code config.json} says so: {@link Checkpoint#weights}.
 *
 * @param hiddenSize width of the residual stream
 * @param intermediateSize width of the feed-forward layer
 * @param layers decoder layers
 * @param attentionHeads query heads
 * @param keyValueHeads key and value heads
 * @param vocabularySize rows of the embedding, which is the output embedding too
 */
public record RandomCheckpoint(
    int hiddenSize,
    int intermediateSize,
    int layers,
    int attentionHeads,
    int keyValueHeads,
    int vocabularySize) {

  /** The shape of Qwen2-0.5B (494 million weights), from its {@code config.json}. */
  public static final RandomCheckpoint QWEN2_HALF_BILLION =
      new RandomCheckpoint(896, 4864, 24, 14, 2, 151_936);

  /** Field of {@code config.json} by which a checkpoint with random weights is known as one. */
  static final String WEIGHTS = "goldilocks_weights";

  /** Its value. */
  static final String RANDOM = "random";

  private static final int MAX_POSITIONS = 4096;

  /** Standard deviation of the weights, as transformers initialises them. */
  private static final double DEVIATION = 0.02;

  private static final int BUFFER_BYTES = 1 << 20;

  /**
   * Writes it: {@code config.json}, {@code model.safetensors} in bf16, and a {@code tokenizer.json}
   * without words.
   *
   * @param directory an empty directory
   * @param seed fixes every weight
   * @throws ProblemException when it cannot be written
   */
  public void write(Path directory, long seed) {
    try {
      Files.writeString(directory.resolve("config.json"), config());
      Files.writeString(directory.resolve("tokenizer.json"), "{\"model\": {\"vocab\": {}}}");
      writeWeights(directory.resolve("model.safetensors"), seed);
    } catch (IOException e) {
      throw new ProblemException(
          "A random checkpoint cannot be written to %s (%s); make room there or set TMPDIR to another place."
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  private String config() {
    return new JsonMapper()
        .createObjectNode()
        .put("model_type", Architecture.QWEN2.modelType())
        .put("hidden_size", hiddenSize)
        .put("intermediate_size", intermediateSize)
        .put("num_hidden_layers", layers)
        .put("num_attention_heads", attentionHeads)
        .put("num_key_value_heads", keyValueHeads)
        .put("vocab_size", vocabularySize)
        .put("rms_norm_eps", 1e-6)
        .put("rope_theta", 1_000_000.0)
        .put("tie_word_embeddings", true)
        .put("max_position_embeddings", MAX_POSITIONS)
        .put("hidden_act", "silu")
        .put(WEIGHTS, RANDOM)
        .toPrettyString();
  }

  private Map<String, List<Integer>> shapes() {
    int queries = hiddenSize;
    int keys = hiddenSize / attentionHeads * keyValueHeads;
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    shapes.put("model.embed_tokens.weight", List.of(vocabularySize, hiddenSize));
    shapes.put("model.norm.weight", List.of(hiddenSize));
    for (int layer = 0; layer < layers; layer++) {
      String prefix = "model.layers." + layer + ".";
      shapes.put(prefix + "input_layernorm.weight", List.of(hiddenSize));
      shapes.put(prefix + "post_attention_layernorm.weight", List.of(hiddenSize));
      shapes.put(prefix + "self_attn.q_proj.weight", List.of(queries, hiddenSize));
      shapes.put(prefix + "self_attn.q_proj.bias", List.of(queries));
      shapes.put(prefix + "self_attn.k_proj.weight", List.of(keys, hiddenSize));
      shapes.put(prefix + "self_attn.k_proj.bias", List.of(keys));
      shapes.put(prefix + "self_attn.v_proj.weight", List.of(keys, hiddenSize));
      shapes.put(prefix + "self_attn.v_proj.bias", List.of(keys));
      shapes.put(prefix + "self_attn.o_proj.weight", List.of(hiddenSize, queries));
      shapes.put(prefix + "mlp.gate_proj.weight", List.of(intermediateSize, hiddenSize));
      shapes.put(prefix + "mlp.up_proj.weight", List.of(intermediateSize, hiddenSize));
      shapes.put(prefix + "mlp.down_proj.weight", List.of(hiddenSize, intermediateSize));
    }
    return shapes;
  }

  private void writeWeights(Path file, long seed) throws IOException {
    ObjectNode header = new JsonMapper().createObjectNode();
    long end = 0;
    for (Map.Entry<String, List<Integer>> tensor : shapes().entrySet()) {
      ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "BF16");
      tensor.getValue().forEach(entry.putArray("shape")::add);
      long start = end;
      end += bytes(tensor.getValue());
      entry.putArray("data_offsets").add(start).add(end);
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    short[] normals = normals(seed);
    SplittableRandom random = new SplittableRandom(seed);
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      buffer.putLong(json.length);
      drain(buffer, channel);
      ByteBuffer text = ByteBuffer.wrap(json);
      while (text.hasRemaining()) {
        channel.write(text);
      }
      for (long written = 0; written < end; ) {
        long bytes = Math.min(BUFFER_BYTES, end - written);
        for (long i = 0; i < bytes; i += Short.BYTES) {
          buffer.putShort(normals[random.nextInt(normals.length)]);
        }
        drain(buffer, channel);
        written += bytes;
      }
    }
  }

  private static long bytes(List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact)
        * TensorType.BF16.bytes();
  }

  /** Drawing from a table of normal deviates is many times faster than making each one. */
  private static short[] normals(long seed) {
    Random random = new Random(seed);
    short[] table = new short[1 << 16];
    for (int i = 0; i < table.length; i++) {
      float value = (float) (random.nextGaussian() * DEVIATION);
      table[i] = (short) (Float.floatToRawIntBits(value) >>> 16);
    }
    return table;
  }

  private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
