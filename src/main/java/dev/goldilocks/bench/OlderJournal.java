package dev.goldilocks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Events as earlier builds wrote them, in the form of today. Only what those builds did not measure
 * is filled in, as not measured; where that cannot be said of a field, the line stays unreadable.
 */
final class OlderJournal {

  private OlderJournal() {}

  /** Changes a line of a journal in place; one of today stays as it is. */
  static void renew(JsonNode event) {
    switch (event.path("event").asText()) {
      case "model-loaded" -> renewModel(event.path("model"));
      case "planned" -> partPromptsFromPairs(event);
      case "stepped" -> renewRound(event.path("step"));
      case "pair-measured" -> renewSample(event.path("sample"));
      default -> {}
    }
  }

  /** Random weights were not told from trained ones. */
  static void renewModel(JsonNode model) {
    if (model instanceof ObjectNode fields && !fields.has("weights")) {
      fields.put("weights", "trained");
    }
  }

  /** Each pair had its whole prompt, where today it has the place of one in a list. */
  private static void partPromptsFromPairs(JsonNode planned) {
    if (planned.has("prompts") || !(planned instanceof ObjectNode event)) {
      return;
    }
    ArrayNode prompts = event.putArray("prompts");
    for (JsonNode pair : event.path("pairs")) {
      if (pair instanceof ObjectNode fields && pair.path("prompt").isObject()) {
        prompts.add(pair.get("prompt"));
        fields.put("prompt", prompts.size() - 1);
      }
    }
  }

  private static void renewSample(JsonNode sample) {
    for (String side : new String[] {"baseline", "speculative"}) {
      sample.path(side).path("generation").path("steps").forEach(OlderJournal::renewRound);
    }
    if (sample.path("comparison") instanceof ObjectNode comparison
        && comparison.path("outcome").asText().equals("diverged")
        && !comparison.has("logits")) {
      comparison.putArray("logits");
    }
  }

  /**
   * A round had three times. Acceptance was not parted from the verification, and what the two
   * models left over was the host's: see {@link dev.goldilocks.decode.RoundTime}.
   */
  private static void renewRound(JsonNode step) {
    if (step.path("time") instanceof ObjectNode time
        && !time.has("hostNanos")
        && time.path("totalNanos").isIntegralNumber()) {
      long models = time.path("draftNanos").asLong() + time.path("verifyNanos").asLong();
      time.put("hostNanos", Math.max(0, time.get("totalNanos").longValue() - models));
      time.putNull("acceptanceNanos");
    }
  }
}
