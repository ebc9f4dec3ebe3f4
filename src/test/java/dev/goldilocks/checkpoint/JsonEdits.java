package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes single fields of a JSON file. */
final class JsonEdits {

  private static final JsonMapper JSON = new JsonMapper();

  private JsonEdits() {}

  /** Sets a field of the top object to a value given as JSON. */
  static void set(Path file, String field, String value) {
    try {
      ObjectNode object = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
      object.set(field, JSON.readTree(value));
      Files.write(file, JSON.writeValueAsBytes(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a field of the top object. */
  static void remove(Path file, String field) {
    try {
      ObjectNode object = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
      object.remove(field);
      Files.write(file, JSON.writeValueAsBytes(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
