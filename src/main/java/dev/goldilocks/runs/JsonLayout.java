package dev.goldilocks.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * JSON as text that people can read and compare line by line: an object or list stands on one line
 * where it fits, and so does a list of plain values of any length.
 */
final class JsonLayout {

  private static final int LINE_WIDTH = 160;
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private JsonLayout() {}

  /** The document with a newline at its end. */
  static String text(JsonNode document) {
    JsonLayout layout = new JsonLayout();
    layout.append(document, 0);
    return layout.text.append('\n').toString();
  }

  private void append(JsonNode node, int depth) {
    int start = text.length();
    if (!appendOnOneLine(
        node, isListOfPlainValues(node) ? Integer.MAX_VALUE : start + LINE_WIDTH)) {
      text.setLength(start);
      appendOnManyLines(node, depth);
    }
  }

  private static boolean isListOfPlainValues(JsonNode node) {
    return node.isArray() && (node.isEmpty() || node.get(0).isValueNode());
  }

  /** Gives up, with the text half written, as soon as it is longer than the limit. */
  private boolean appendOnOneLine(JsonNode node, int limit) {
    if (node.isValueNode()) {
      text.append(node);
      return text.length() <= limit;
    }
    text.append(node.isArray() ? '[' : '{');
    String separator = "";
    if (node.isArray()) {
      for (JsonNode element : node) {
        text.append(separator);
        if (!appendOnOneLine(element, limit)) {
          return false;
        }
        separator = ", ";
      }
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(separator);
        appendName(field.getKey());
        if (!appendOnOneLine(field.getValue(), limit)) {
          return false;
        }
        separator = ", ";
      }
    }
    text.append(node.isArray() ? ']' : '}');
    return text.length() <= limit;
  }

  private void appendOnManyLines(JsonNode node, int depth) {
    if (node.isValueNode()) {
      text.append(node);
      return;
    }
    text.append(node.isArray() ? '[' : '{');
    String separator = "\n";
    if (node.isArray()) {
      for (JsonNode element : node) {
        text.append(separator).append(INDENT.repeat(depth + 1));
        append(element, depth + 1);
        separator = ",\n";
      }
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(separator).append(INDENT.repeat(depth + 1));
        appendName(field.getKey());
        append(field.getValue(), depth + 1);
        separator = ",\n";
      }
    }
    text.append('\n').append(INDENT.repeat(depth)).append(node.isArray() ? ']' : '}');
  }

  private void appendName(String name) {
    text.append(TextNode.valueOf(name)).append(": ");
  }
}
