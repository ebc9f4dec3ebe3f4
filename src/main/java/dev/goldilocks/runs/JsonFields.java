package dev.goldilocks.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengthLabel;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * The fields of one object of a document from outside, with their types checked. Whatever is wrong
 * becomes a sentence that names the file and the field.
 */
final class JsonFields {

  /** What it means that a field is absent or {@code null}. */
  enum WhenMissing {
    /** The document is refused. */
    REFUSE,
    /** The value is unknown: an empty text, 0, NaN. */
    UNKNOWN
  }

  private final String source;
  private final String path;
  private final ObjectNode object;

  private static final String DRAFT_LENGTH =
      "a whole number from 1 to " + RunSpec.MOST_DRAFT_TOKENS + " or a policy like \"auto..16\"";

  private JsonFields(String source, String path, ObjectNode object) {
    this.source = source;
    this.path = path;
    this.object = object;
  }

  /**
   * @param source the file's name, for sentences
   */
  static JsonFields root(String source, ObjectNode document) {
    return new JsonFields(source, "", document);
  }

  /** A text; the empty text when unknown. */
  String text(String name, WhenMissing whenMissing) {
    Optional<JsonNode> node = find(name, whenMissing);
    return node.isEmpty() ? "" : textOf(node.get(), path + name);
  }

  /** A text that says something; nothing when it is absent, {@code null} or blank. */
  Optional<String> optionalText(String name) {
    return Optional.of(text(name, WhenMissing.UNKNOWN)).filter(text -> !text.isBlank());
  }

  /** A list of texts; empty when absent. */
  List<String> texts(String name) {
    return list(name, WhenMissing.UNKNOWN, this::textOf);
  }

  /** A whole number from 0 to 2^31 - 1; nothing when it is absent or {@code null}. */
  OptionalInt optionalCount(String name) {
    return has(name) ? OptionalInt.of(count(name)) : OptionalInt.empty();
  }

  /** A whole number from 0 to 2^31 - 1 that must be there. */
  int count(String name) {
    return count(name, WhenMissing.REFUSE);
  }

  /** A whole number from 0 to 2^31 - 1; 0 when unknown. */
  int count(String name, WhenMissing whenMissing) {
    Optional<JsonNode> node = find(name, whenMissing);
    return node.isEmpty() ? 0 : countOf(node.get(), path + name);
  }

  /** A whole number from 0 to 2^63 - 1 that must be there. */
  long longCount(String name) {
    return longCount(name, WhenMissing.REFUSE);
  }

  /** A whole number from 0 to 2^63 - 1; 0 when unknown. */
  long longCount(String name, WhenMissing whenMissing) {
    Optional<JsonNode> node = find(name, whenMissing);
    if (node.isEmpty()) {
      return 0;
    }
    if (!node.get().isIntegralNumber()
        || !node.get().canConvertToLong()
        || node.get().longValue() < 0) {
      throw wrong(path + name, node.get(), "a whole number, 0 or more");
    }
    return node.get().longValue();
  }

  /** Any whole number of 64 bits. */
  long wholeNumber(String name) {
    JsonNode node = required(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong(path + name, node, "a whole number");
    }
    return node.longValue();
  }

  /** A number; NaN when absent or {@code null}. */
  double figure(String name) {
    return find(name, WhenMissing.UNKNOWN)
        .map(node -> figureOf(node, path + name))
        .orElse(Double.NaN);
  }

  /** A number that must be there. */
  double number(String name) {
    return figureOf(required(name), path + name);
  }

  /** An object that must be there. */
  JsonFields object(String name) {
    return objectOf(required(name), path + name);
  }

  /** An object, or nothing when it is absent or {@code null}. */
  Optional<JsonFields> optionalObject(String name, WhenMissing whenMissing) {
    return find(name, whenMissing).map(node -> objectOf(node, path + name));
  }

  /** A list of objects that must be there. */
  List<JsonFields> objects(String name) {
    return list(name, WhenMissing.REFUSE, this::objectOf);
  }

  /** A list of objects; empty when unknown. */
  List<JsonFields> objects(String name, WhenMissing whenMissing) {
    return list(name, whenMissing, this::objectOf);
  }

  /** A list of whole numbers from 0 to 2^31 - 1 that must be there. */
  List<Integer> counts(String name) {
    return counts(name, WhenMissing.REFUSE);
  }

  /** A list of whole numbers from 0 to 2^31 - 1; empty when unknown. */
  List<Integer> counts(String name, WhenMissing whenMissing) {
    return list(name, whenMissing, this::countOf);
  }

  /** K or the name of a policy; nothing when it is unknown. */
  Optional<DraftLength> draftLength(String name, WhenMissing whenMissing) {
    return find(name, whenMissing).map(node -> draftLengthOf(node, path + name));
  }

  /** A list of K and names of policies that must be there. */
  List<DraftLength> draftLengths(String name) {
    return list(name, WhenMissing.REFUSE, this::draftLengthOf);
  }

  /** A list of numbers, {@code null} being NaN; empty when absent. */
  List<Double> figures(String name) {
    return list(
        name,
        WhenMissing.UNKNOWN,
        (node, place) -> node.isNull() ? Double.NaN : figureOf(node, place));
  }

  /** The problem of a text that is none of those allowed. */
  ProblemException notOneOf(String name, List<String> allowed) {
    return wrong(path + name, object.get(name), "one of " + String.join(", ", allowed));
  }

  /**
   * The problem of a field's value.
   *
   * @param expected what it must be, as in "it must be …"
   */
  ProblemException wrong(String name, String expected) {
    return wrong(path + name, object.get(name), expected);
  }

  /**
   * The problem of a field that is well formed and yet means something impossible.
   *
   * @param why says what is impossible
   */
  ProblemException impossible(String name, ProblemException why) {
    return new ProblemException(source + ": " + path + name + ": " + why.getMessage(), why);
  }

  /** Whether the field is there and not {@code null}. */
  boolean has(String name) {
    return object.hasNonNull(name);
  }

  private <T> List<T> list(
      String name, WhenMissing whenMissing, BiFunction<JsonNode, String, T> element) {
    Optional<JsonNode> node = find(name, whenMissing);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      throw wrong(path + name, node.get(), "a list");
    }
    List<T> elements = new ArrayList<>(node.get().size());
    for (int i = 0; i < node.get().size(); i++) {
      elements.add(element.apply(node.get().get(i), path + name + "[" + i + "]"));
    }
    return elements;
  }

  private Optional<JsonNode> find(String name, WhenMissing whenMissing) {
    return switch (whenMissing) {
      case REFUSE -> Optional.of(required(name));
      case UNKNOWN -> Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    };
  }

  private JsonNode required(String name) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      throw new ProblemException(
          source
              + ": "
              + path
              + name
              + " is missing. Add it, or export the run again from where it was made.");
    }
    return node;
  }

  private String textOf(JsonNode node, String place) {
    if (!node.isTextual()) {
      throw wrong(place, node, "a text");
    }
    return node.textValue();
  }

  private int countOf(JsonNode node, String place) {
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
      throw wrong(place, node, "a whole number, 0 or more");
    }
    return node.intValue();
  }

  private DraftLength draftLengthOf(JsonNode node, String place) {
    try {
      return DraftLengthLabel.parse(node.asText())
          .filter(length -> length.isAdaptive() ? node.isTextual() : node.isIntegralNumber())
          .orElseThrow(() -> wrong(place, node, DRAFT_LENGTH));
    } catch (ProblemException e) {
      throw wrong(place, node, DRAFT_LENGTH);
    }
  }

  private double figureOf(JsonNode node, String place) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw wrong(place, node, "a number or null");
    }
    return node.doubleValue();
  }

  private JsonFields objectOf(JsonNode node, String place) {
    if (!(node instanceof ObjectNode fields)) {
      throw wrong(place, node, "an object");
    }
    return new JsonFields(source, place + ".", fields);
  }

  private ProblemException wrong(String place, JsonNode node, String expected) {
    return new ProblemException(
        source + ": " + place + " is " + shortened(node) + "; it must be " + expected + ".");
  }

  private static String shortened(JsonNode node) {
    if (node.isArray()) {
      return "a list";
    }
    if (node.isObject()) {
      return "an object";
    }
    String text = node.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
