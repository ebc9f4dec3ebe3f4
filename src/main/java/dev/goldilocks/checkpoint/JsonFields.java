package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object of a checkpoint, read field by field; every problem names the file and the field. A
 * field that is {@code null} counts as absent, as in the transformers library.
 */
final class JsonFields {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final Path file;
  private final String prefix;
  private final ObjectNode object;

  private JsonFields(Path file, String prefix, ObjectNode object) {
    this.file = file;
    this.prefix = prefix;
    this.object = object;
  }

  /**
   * Reads a file that holds one JSON object.
   *
   * @param limit most bytes that such a file can sensibly have
   */
  static JsonFields read(Path file, int limit) {
    byte[] bytes = CheckpointFile.bytes(file, limit);
    try (Reader text = utf8(bytes)) {
      JsonNode root = JSON.readTree(text);
      if (root instanceof ObjectNode object) {
        return new JsonFields(file, "", object);
      }
      throw new ProblemException(file + " does not hold a JSON object; download it again.");
    } catch (JsonProcessingException e) {
      throw new ProblemException(
          "%s is not valid JSON (line %d, column %d); download it again."
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new ProblemException(file + " is not valid UTF-8; download it again.", e);
    }
  }

  /** Text of UTF-8 bytes; reading fails on bytes that are not UTF-8, and guesses nothing. */
  static Reader utf8(byte[] bytes) {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
  }

  /** Names of all fields. */
  List<String> names() {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** A value, if it is there and not {@code null}. */
  Optional<JsonNode> value(String field) {
    return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
  }

  /** Whether the field is there and {@code null}, where that differs from absent. */
  boolean isNull(String field) {
    return object.path(field).isNull();
  }

  /** Whether there are no fields. */
  boolean isEmpty() {
    return object.isEmpty();
  }

  /** A whole number that must be there. */
  int integer(String field, int low, int high) {
    return integerOf(field, required(field), low, high);
  }

  /** A whole number, or {@code otherwise} when absent. */
  int integer(String field, int low, int high, int otherwise) {
    return value(field).map(node -> integerOf(field, node, low, high)).orElse(otherwise);
  }

  /** A whole number or a list of them, or nothing when absent. */
  List<Integer> integers(String field, int low, int high) {
    JsonNode node = value(field).orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(integerOf(field, node, low, high));
    }
    List<Integer> numbers = new ArrayList<>();
    node.forEach(element -> numbers.add(integerOf(field, element, low, high)));
    return numbers;
  }

  /** A finite number over 0 that must be there. */
  double positive(String field) {
    return positiveOf(field, required(field));
  }

  /** A finite number over 0, or {@code otherwise} when absent. */
  double positive(String field, double otherwise) {
    return value(field).map(node -> positiveOf(field, node)).orElse(otherwise);
  }

  /**
   * A number over 0 and up to {@code high}, or {@code otherwise} when absent.
   *
   * @param otherwise what counts when the field is absent
   */
  double positive(String field, double otherwise, double high) {
    double number = positive(field, otherwise);
    if (number > high) {
      throw wrong(field, required(field), "not a number over 0 and up to " + high);
    }
    return number;
  }

  /** A finite number of at least 1, or {@code otherwise} when absent. */
  double atLeastOne(String field, double otherwise) {
    double number = positive(field, otherwise);
    if (number < 1) {
      throw wrong(field, required(field), "not a number of at least 1");
    }
    return number;
  }

  /** Whether the field is {@code true}; absent is {@code false}. */
  boolean isTrue(String field) {
    JsonNode node = value(field).orElse(null);
    if (node != null && !node.isBoolean()) {
      throw wrong(field, node, "neither true nor false");
    }
    return node != null && node.booleanValue();
  }

  /** A text, if it is there. */
  Optional<String> text(String field) {
    return value(field).map(node -> textOf(field, node));
  }

  /** A list of texts; empty when absent. */
  List<String> texts(String field) {
    JsonNode node = value(field).orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrong(field, node, "not a list");
    }
    List<String> texts = new ArrayList<>();
    node.forEach(element -> texts.add(textOf(field, element)));
    return texts;
  }

  /** An object, if it is there. */
  Optional<JsonFields> object(String field) {
    JsonNode node = value(field).orElse(null);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ObjectNode inner) {
      return Optional.of(new JsonFields(file, prefix + field + ".", inner));
    }
    throw wrong(field, node, "not a JSON object");
  }

  /**
   * A problem with a field.
   *
   * @param sentence what follows the field's name
   */
  ProblemException problem(String field, String sentence) {
    return new ProblemException(file + ": " + prefix + field + " " + sentence);
  }

  private JsonNode required(String field) {
    return value(field).orElseThrow(() -> problem(field, "is missing; download the file again."));
  }

  private int integerOf(String field, JsonNode node, int low, int high) {
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.intValue() < low
        || node.intValue() > high) {
      throw wrong(field, node, "not a whole number from " + low + " to " + high);
    }
    return node.intValue();
  }

  private double positiveOf(String field, JsonNode node) {
    if (!node.isNumber() || !(node.doubleValue() > 0) || Double.isInfinite(node.doubleValue())) {
      throw wrong(field, node, "not a number over 0");
    }
    return node.doubleValue();
  }

  private String textOf(String field, JsonNode node) {
    if (!node.isTextual()) {
      throw wrong(field, node, "not a text");
    }
    return node.textValue();
  }

  private ProblemException wrong(String field, JsonNode node, String why) {
    return problem(
        field,
        "is %s, %s; correct it or download the file again."
            .formatted(UntrustedText.shown(node.toString()), why));
  }
}
