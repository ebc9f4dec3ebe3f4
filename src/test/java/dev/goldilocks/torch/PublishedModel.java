package dev.goldilocks.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A published config with its sizes shrunk, weights that are a function of a tensor's name and an
 * element's place, and what the transformers library computes with them in float64 ({@code
 * published/expected.py} among the test resources).
 */
final class PublishedModel {

  private static final int PROMPT_TOKENS = 300;

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode expected;

  private PublishedModel(JsonNode expected) {
    this.expected = expected;
  }

  /** Names of all that there are. */
  static List<String> names() {
    return json("/published/expected.json").propertyStream().map(Map.Entry::getKey).toList();
  }

  static PublishedModel of(String name) {
    return new PublishedModel(Objects.requireNonNull(json("/published/expected.json").get(name)));
  }

  int[] prompt() {
    int vocabularySize = expected.at("/changed/vocab_size").intValue();
    return IntStream.range(0, PROMPT_TOKENS)
        .map(i -> (int) ((uniform("prompt", i) + 0.5) * vocabularySize))
        .toArray();
  }

  int[] greedyIds() {
    return StreamSupport.stream(expected.get("greedy_ids").spliterator(), false)
        .mapToInt(JsonNode::intValue)
        .toArray();
  }

  /** The first of the logits after the prompt. */
  float[] lastLogits() {
    JsonNode array = expected.get("last_logits");
    float[] logits = new float[array.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = array.get(i).floatValue();
    }
    return logits;
  }

  /** Writes the checkpoint with the names that the transformers library gives to tensors. */
  Checkpoint write(Path directory) {
    ObjectNode config =
        (ObjectNode) json("/published/" + expected.get("published").textValue() + ".json");
    expected
        .get("changed")
        .properties()
        .forEach(field -> config.set(field.getKey(), field.getValue()));
    try {
      Files.write(directory.resolve("config.json"), JSON.writeValueAsBytes(config));
      Files.write(directory.resolve("tokenizer.json"), bytes("/fixtures/llama/tokenizer.json"));
      Files.write(directory.resolve("model.safetensors"), weights());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CheckpointReader.read(directory);
  }

  private byte[] weights() throws IOException {
    ObjectNode header = JSON.createObjectNode();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Map.Entry<String, JsonNode> tensor : expected.get("tensors").properties()) {
      long start = data.size();
      data.write(elements(tensor.getKey(), tensor.getValue()));
      ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "F32");
      entry.set("shape", tensor.getValue());
      entry.putArray("data_offsets").add(start).add(data.size());
    }
    byte[] json = JSON.writeValueAsBytes(header);
    return ByteBuffer.allocate(8 + json.length + data.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(data.toByteArray())
        .array();
  }

  private static byte[] elements(String name, JsonNode shape) {
    int count = 1;
    for (JsonNode length : shape) {
      count *= length.intValue();
    }
    ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      double uniform = uniform(name, i);
      double value = uniform;
      if (shape.size() == 2) {
        value = 0.5 * uniform;
      } else if (!name.endsWith(".bias")) {
        value = 1 + 0.5 * uniform;
      }
      bytes.putFloat((float) value);
    }
    return bytes.array();
  }

  /** From -0.5 to 0.5, of 24 bits: the name's hash and the place, mixed as in splitmix64. */
  private static double uniform(String name, int place) {
    long z = ((long) name.hashCode() << 32) + place + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 40) * 0x1p-24 - 0.5;
  }

  private static JsonNode json(String resource) {
    try {
      return JSON.readTree(bytes(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PublishedModel.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
