package dev.goldilocks.bench;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldilocks.problem.ProblemException;
import java.util.Optional;

/**
 * Writes what passes through the engine's pipe for a probe, each as one line of JSON, and reads it
 * back. Safe for use by several threads.
 */
public final class ProbeCodec {

  /** The field that tells a request for a probe from one for a run. */
  private static final String REQUEST = "probe";

  private final JsonMapper mapper =
      ProbeFile.mapper().rebuild().addMixIn(ProbeEvent.class, EventNames.class).build();
  private final ObjectWriter eventWriter = mapper.writerFor(ProbeEvent.class);
  private final ObjectReader eventReader = mapper.readerFor(ProbeEvent.class);

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ProbeEvent.Reached.class, name = "reached"),
    @JsonSubTypes.Type(value = ProbeEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = ProbeEvent.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = ProbeEvent.Failed.class, name = "failed")
  })
  private interface EventNames {}

  /** One line for a request. */
  public String write(ProbeRequest request) {
    return mapper.createObjectNode().set(REQUEST, mapper.valueToTree(request)).toString();
  }

  /** Whether a line asks for a probe, however wrong it is otherwise. */
  public boolean isRequest(String line) {
    try {
      return mapper.readTree(line).has(REQUEST);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /**
   * The request that a line holds.
   *
   * @throws ProblemException when the line is not one, or asks for something out of range
   */
  public ProbeRequest readRequest(String line) {
    try {
      return Optional.ofNullable(
              mapper.treeToValue(mapper.readTree(line).get(REQUEST), ProbeRequest.class))
          .orElseThrow(() -> notOne("the request of a probe", null));
    } catch (JsonProcessingException e) {
      throw e.getCause() instanceof ProblemException problem
          ? new ProblemException(problem.getMessage(), e)
          : notOne("the request of a probe", e);
    }
  }

  /** One line for an event. */
  public String write(ProbeEvent event) {
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
  public ProbeEvent readEvent(String line) {
    try {
      return Optional.<ProbeEvent>ofNullable(eventReader.readValue(line))
          .orElseThrow(() -> notOne("an event of a probe", null));
    } catch (JsonProcessingException e) {
      throw notOne("an event of a probe", e);
    }
  }

  private static ProblemException notOne(String what, JsonProcessingException cause) {
    return new ProblemException("This line is not " + what + ".", cause);
  }
}
