package dev.goldilocks.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;

/**
 * Writes what passes through the engine's pipe and into a journal, each as one line of JSON without
 * a line break, and reads it back. Undefined figures (NaN) are {@code null}; fields that are not
 * known are ignored; a missing or wrong field is an error. Safe for use by several threads.
 */
public final class RunCodec {

  /** The {@code format} of a journal's first line. */
  public static final String JOURNAL_FORMAT = "goldilocks-journal";

  /** The newest {@code version} of a journal that this program reads, and the one it writes. */
  public static final int JOURNAL_VERSION = 1;

  private static final int SHOWN_CHARACTERS = 60;

  private final JsonMapper mapper = RunJson.mapper();
  private final ObjectWriter eventWriter = mapper.writerFor(RunEvent.class);
  private final ObjectReader eventReader = mapper.readerFor(RunEvent.class);

  /** One line for an event. */
  public String write(RunEvent event) {
    try {
      return eventWriter.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event has no JSON form: " + event, e);
    }
  }

  /**
   * The event that a line holds.
   *
   * @throws ProblemException when the line is not one
   */
  public RunEvent readEvent(String line) {
    try {
      return present(eventReader.readValue(line), line, "an event of a run");
    } catch (JsonProcessingException e) {
      throw unreadable("an event of a run", line, e);
    }
  }

  /**
   * The event that a line of a journal holds, which an earlier build may have written.
   *
   * @throws ProblemException when the line is not one
   */
  public RunEvent readKeptEvent(String line) {
    try {
      JsonNode event = mapper.readTree(line);
      OlderJournal.renew(event);
      return present(eventReader.readValue(event), line, "an event of a run");
    } catch (IOException e) {
      throw unreadable("an event of a run", line, e);
    }
  }

  /** One line for a spec. */
  public String write(RunSpec spec) {
    return mapper.valueToTree(spec).toString();
  }

  /**
   * The spec that a line holds.
   *
   * @throws ProblemException when the line is not one, or asks for something out of range
   */
  public RunSpec readSpec(String line) {
    try {
      return present(mapper.readValue(line, RunSpec.class), line, "the request of a run");
    } catch (JsonProcessingException e) {
      throw unreadable("the request of a run", line, e);
    }
  }

  /** The first line of a journal. */
  public String write(JournalHeader header) {
    ObjectNode line = mapper.createObjectNode();
    line.put("format", JOURNAL_FORMAT);
    line.put("version", JOURNAL_VERSION);
    line.setAll((ObjectNode) mapper.valueToTree(header));
    return line.toString();
  }

  /**
   * The header that a journal's first line holds.
   *
   * @throws ProblemException when the line is not one, or is of a newer version
   */
  public JournalHeader readHeader(String line) {
    try {
      JsonNode header = mapper.readTree(line);
      if (!header.path("format").asText().equals(JOURNAL_FORMAT)) {
        throw new ProblemException(
            "This is not the journal of a run: its first line has no \"format\": \""
                + JOURNAL_FORMAT
                + "\".");
      }
      JsonNode version = header.path("version");
      if (!version.isInt() || version.intValue() < 1) {
        throw new ProblemException("The journal's \"version\" is not a positive whole number.");
      }
      if (version.intValue() > JOURNAL_VERSION) {
        throw new ProblemException(
            "The journal has version "
                + version.intValue()
                + ", and this Goldilocks reads up to "
                + JOURNAL_VERSION
                + "; open it with a newer one.");
      }
      return mapper.treeToValue(header, JournalHeader.class);
    } catch (JsonProcessingException e) {
      throw unreadable("the first line of a journal", line, e);
    }
  }

  private static <T> T present(T value, String line, String what) {
    if (value == null) {
      throw new ProblemException(sentence(what, line));
    }
    return value;
  }

  private static ProblemException unreadable(String what, String line, IOException cause) {
    return cause.getCause() instanceof ProblemException problem
        ? new ProblemException(problem.getMessage(), cause)
        : new ProblemException(sentence(what, line), cause);
  }

  private static String sentence(String what, String line) {
    String shown =
        line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    return "This line is not " + what + ": " + shown;
  }
}
