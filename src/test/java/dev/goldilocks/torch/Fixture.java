package dev.goldilocks.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * A tiny random checkpoint among the test resources, with what an independent float64
 * implementation makes of it.
 */
final class Fixture {

  static final int CONTEXT = 128;

  private final String name;
  private final JsonNode expected;

  private Fixture(String name, JsonNode expected) {
    this.name = name;
    this.expected = expected;
  }

  static Fixture of(String name) {
    try {
      return new Fixture(
          name, new ObjectMapper().readTree(directory(name).resolve("expected.json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int[] prompt() {
    return ints(expected.get("prompt_ids"));
  }

  int[] greedyIds() {
    return ints(expected.get("greedy_ids"));
  }

  int[] argMaxAtEachPosition() {
    return ints(expected.get("argmax_at_each_prompt_position"));
  }

  /** Logits after the prompt's last token. */
  float[] lastLogits() {
    JsonNode array = expected.get("last_logits");
    float[] logits = new float[array.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) array.get(i).asDouble();
    }
    return logits;
  }

  Checkpoint checkpoint() {
    return CheckpointReader.read(directory(name));
  }

  LanguageModel load(Precision precision) {
    return load(precision, CONTEXT);
  }

  LanguageModel load(Precision precision, int contextLength) {
    return Libtorch.start(1).load(checkpoint(), precision, contextLength);
  }

  private static Path directory(String name) {
    try {
      return Path.of(
              Objects.requireNonNull(
                      Fixture.class.getResource("/fixtures/" + name + "/config.json"))
                  .toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
