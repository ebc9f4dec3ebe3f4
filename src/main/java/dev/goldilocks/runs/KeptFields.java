package dev.goldilocks.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Carries the fields that this version does not know from a document to its rewritten form. */
final class KeptFields {

  private KeptFields() {}

  /**
   * Adds to {@code written} every field that only {@code original} has, at every depth. Elements of
   * lists are matched by position, and only in lists that kept their length: in any other there is
   * no telling which element a field belonged to.
   */
  static void keep(ObjectNode original, ObjectNode written) {
    for (Map.Entry<String, JsonNode> field : original.properties()) {
      if (written.has(field.getKey())) {
        keepInside(field.getValue(), written.get(field.getKey()));
      } else {
        written.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  private static void keepInside(JsonNode original, JsonNode written) {
    if (original instanceof ObjectNode from && written instanceof ObjectNode to) {
      keep(from, to);
    } else if (original instanceof ArrayNode from
        && written instanceof ArrayNode to
        && from.size() == to.size()) {
      for (int i = 0; i < from.size(); i++) {
        keepInside(from.get(i), to.get(i));
      }
    }
  }
}
