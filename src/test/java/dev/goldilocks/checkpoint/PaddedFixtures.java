package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies of fixtures whose tokenizer knows 319 ids: vocabularies of 320 rows have one that only
 * fills them up, as those of Qwen2.5 have hundreds.
 */
public final class PaddedFixtures {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LAST_TOKEN = "<eos>";

  private PaddedFixtures() {}

  /** With 320 rows. */
  public static Path filledUp(String name, Path into) {
    Path checkpoint = Fixtures.copy(name, into);
    JsonEdits.set(checkpoint.resolve("config.json"), "eos_token_id", "318");
    JsonEdits.set(checkpoint.resolve("generation_config.json"), "eos_token_id", "318");
    forgetLastToken(checkpoint.resolve("tokenizer.json"));
    return checkpoint;
  }

  /** Of {@code qwen2}, whose embedding is its head too, with 319 rows. */
  public static Path bare(Path into) {
    Path checkpoint = filledUp("qwen2", into);
    cutLastRow(checkpoint);
    return checkpoint;
  }

  /** Leaves out the last row of a checkpoint's first tensor, its only matrix of the vocabulary. */
  static void cutLastRow(Path checkpoint) {
    JsonEdits.set(checkpoint.resolve("config.json"), "vocab_size", "319");
    SafetensorsFiles.editHeader(
        checkpoint.resolve("model.safetensors"),
        header ->
            header.replace(
                "\"shape\": [320, 64], \"data_offsets\": [0, 40960]}",
                "\"shape\": [319, 64], \"data_offsets\": [0, 40832]},"
                    + " \"rest\": {\"dtype\": \"U8\", \"shape\": [128],"
                    + " \"data_offsets\": [40832, 40960]}"));
  }

  private static void forgetLastToken(Path tokenizer) {
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(tokenizer));
      ((ObjectNode) root.at("/model/vocab")).remove(LAST_TOKEN);
      ArrayNode added = (ArrayNode) root.get("added_tokens");
      added.remove(added.size() - 1);
      Files.write(tokenizer, JSON.writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
