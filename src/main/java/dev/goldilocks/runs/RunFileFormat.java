package dev.goldilocks.runs;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.problem.ProblemException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The run file, as {@code docs/run-file.md} describes it: one JSON document a run, units in the
 * names, {@code null} for what is undefined, independent of the locale. Whatever is wrong with a
 * file is a {@link ProblemException} that names the file and the place; a file is never half-read.
 */
public final class RunFileFormat {

  /** What the field {@code format} says. */
  public static final String FORMAT = "goldilocks-run";

  /** The newest version that is read, and the one that is written. */
  public static final int VERSION = 1;

  /** The drafter of a run whose draft is a model. */
  static final String DRAFT_MODEL = "model";

  private static final List<String> HEAD =
      List.of(
          "format",
          "version",
          "id",
          "name",
          "createdAt",
          "provenance",
          "source",
          "tags",
          "note",
          "spec",
          "environment",
          "results");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Numbers of fields that are only passed through must not change.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final ObjectReader FIELD =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private RunFileFormat() {}

  /** The document's text, which ends with a newline. */
  public static String write(RunFile file) {
    ObjectNode document = RunToJson.document(file.run());
    KeptFields.keep(file.document(), document);
    return JsonLayout.text(document);
  }

  /** Reads a whole run file. */
  public static RunFile read(Path file) {
    String source = file.toString();
    try (InputStream bytes = Files.newInputStream(file)) {
      return parse(source, bytes);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /**
   * Reads a whole run file.
   *
   * @param source the file's name, for sentences
   * @throws IOException when the bytes cannot be had
   */
  static RunFile parse(String source, InputStream bytes) throws IOException {
    try {
      ObjectNode document = object(source, MAPPER.readTree(bytes));
      JsonFields fields = checked(source, document);
      return new RunFile(RunFromJson.run(fields), document);
    } catch (JsonProcessingException e) {
      throw malformed(source, e);
    }
  }

  /** Reads everything but the samples. Where they come last, the rest of the file is not read. */
  public static RunSummary readSummary(Path file) {
    String source = file.toString();
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = MAPPER.createParser(bytes)) {
      return RunFromJson.summary(checked(source, head(source, parser)));
    } catch (JsonProcessingException e) {
      throw malformed(source, e);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static ObjectNode head(String source, JsonParser parser) throws IOException {
    ObjectNode head = MAPPER.createObjectNode();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notAnObject(source);
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (!name.equals("samples")) {
        head.set(name, FIELD.readTree(parser));
      } else if (HEAD.stream().allMatch(head::has)) {
        break;
      } else {
        parser.skipChildren();
      }
    }
    return head;
  }

  private static ObjectNode object(String source, JsonNode document) {
    if (document instanceof ObjectNode object) {
      return object;
    }
    throw notAnObject(source);
  }

  private static JsonFields checked(String source, ObjectNode document) {
    JsonNode format = document.path("format");
    if (!format.isTextual() || !format.textValue().equals(FORMAT)) {
      throw new ProblemException(
          source
              + " is not a run file: its field \"format\" is not \""
              + FORMAT
              + "\". Choose a file that Goldilocks saved or exported as JSON.");
    }
    JsonFields fields = JsonFields.root(source, document);
    long version = fields.longCount("version", JsonFields.WhenMissing.REFUSE);
    if (version > VERSION) {
      throw new ProblemException(
          String.format(
              Locale.ROOT,
              "%s has version %d of the run file, and this Goldilocks reads up to %d."
                  + " Open it with a newer Goldilocks.",
              source,
              version,
              VERSION));
    }
    if (version < 1) {
      throw fields.wrong("version", "a whole number from 1 to " + VERSION);
    }
    return fields;
  }

  private static ProblemException notAnObject(String source) {
    return new ProblemException(
        source
            + " is not a run file: it holds no JSON object."
            + " Choose a file that Goldilocks saved or exported as JSON.");
  }

  private static ProblemException malformed(String source, JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return new ProblemException(
        String.format(
            Locale.ROOT,
            "%s is not valid JSON at line %d, column %d. Export the run again, or mend it there.",
            source,
            place == null ? 0 : place.getLineNr(),
            place == null ? 0 : place.getColumnNr()),
        e);
  }

  private static ProblemException unreadable(String source, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new ProblemException("There is no file " + source + ". Check its path.", e);
    }
    if (e instanceof CharConversionException) {
      return new ProblemException(
          source + " is not text in UTF-8. Choose a file that Goldilocks saved or exported.", e);
    }
    return new ProblemException(
        source
            + " cannot be read: "
            + e.getMessage()
            + ". Check its permissions and the disk it is on.",
        e);
  }
}
