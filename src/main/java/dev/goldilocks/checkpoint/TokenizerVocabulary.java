package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tokens of a {@code tokenizer.json} by id. An added token hides the model's own token of the
 * same id, as in the tokenizers library.
 */
final class TokenizerVocabulary {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_TOKENIZER = 200_000_000;

  private final Path file;
  private final SortedMap<Integer, String> model = new TreeMap<>();
  private final SortedMap<Integer, String> added = new TreeMap<>();
  private boolean byteLevel;

  private TokenizerVocabulary(Path file) {
    this.file = file;
  }

  /**
   * Id to token, added tokens included.
   *
   * @throws ProblemException when the file cannot be read or holds no vocabulary
   */
  static SortedMap<Integer, String> read(Path file) {
    TokenizerVocabulary vocabulary = new TokenizerVocabulary(file).read();
    SortedMap<Integer, String> tokens = new TreeMap<>(vocabulary.model);
    tokens.putAll(vocabulary.added);
    return tokens;
  }

  /**
   * The vocabulary with what tells how its tokens become bytes.
   *
   * @throws ProblemException as {@link #read}
   */
  static TokenPieces pieces(Path file) {
    TokenizerVocabulary vocabulary = new TokenizerVocabulary(file).read();
    return new TokenPieces(vocabulary.model, vocabulary.added, vocabulary.byteLevel);
  }

  private TokenizerVocabulary read() {
    try (Reader text = JsonFields.utf8(CheckpointFile.bytes(file, LONGEST_TOKENIZER));
        JsonParser json = JSON.createParser(text)) {
      require(JsonToken.START_OBJECT, json.nextToken(), "the tokenizer");
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "model" -> readModel(json);
          case "added_tokens" -> readAddedTokens(json);
          case "decoder" -> readDecoder(json);
          default -> json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new ProblemException(file + " is not valid JSON; download it again.", e);
    }
    if (model.isEmpty()) {
      throw new ProblemException(file + ": model.vocab is missing or empty; download it again.");
    }
    return this;
  }

  /** One decoder or a sequence of them; each names its type. */
  private void readDecoder(JsonParser json) throws IOException {
    if (!json.currentToken().isStructStart()) {
      return;
    }
    for (int depth = 1; depth > 0; ) {
      JsonToken token = json.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && "type".equals(json.currentName())) {
        byteLevel |= json.getText().equals("ByteLevel");
      }
    }
  }

  private void readModel(JsonParser json) throws IOException {
    require(JsonToken.START_OBJECT, json.currentToken(), "model");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (!field.equals("vocab")) {
        json.skipChildren();
      } else if (value == JsonToken.START_ARRAY) {
        readScoredTokens(json);
      } else {
        readTokens(json);
      }
    }
  }

  /** BPE, WordPiece and WordLevel: {@code {"token": id}}. */
  private void readTokens(JsonParser json) throws IOException {
    require(JsonToken.START_OBJECT, json.currentToken(), "model.vocab");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String token = json.currentName();
      require(JsonToken.VALUE_NUMBER_INT, json.nextToken(), "model.vocab");
      model.put(json.getIntValue(), token);
    }
  }

  /** Unigram: {@code [["token", score]]}, where the position is the id. */
  private void readScoredTokens(JsonParser json) throws IOException {
    for (int id = 0; json.nextToken() != JsonToken.END_ARRAY; id++) {
      require(JsonToken.START_ARRAY, json.currentToken(), "model.vocab");
      require(JsonToken.VALUE_STRING, json.nextToken(), "model.vocab");
      model.put(id, json.getText());
      while (json.nextToken() != JsonToken.END_ARRAY) {
        json.skipChildren();
      }
    }
  }

  private void readAddedTokens(JsonParser json) throws IOException {
    require(JsonToken.START_ARRAY, json.currentToken(), "added_tokens");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(JsonToken.START_OBJECT, json.currentToken(), "added_tokens");
      readAddedToken(json);
    }
  }

  private void readAddedToken(JsonParser json) throws IOException {
    Integer id = null;
    String content = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "id" -> {
          require(JsonToken.VALUE_NUMBER_INT, value, "added_tokens.id");
          id = json.getIntValue();
        }
        case "content" -> {
          require(JsonToken.VALUE_STRING, value, "added_tokens.content");
          content = json.getText();
        }
        default -> json.skipChildren();
      }
    }
    if (id == null || content == null) {
      throw wrong("added_tokens");
    }
    added.put(id, content);
  }

  private void require(JsonToken wanted, JsonToken found, String field) {
    if (found != wanted) {
      throw wrong(field);
    }
  }

  private ProblemException wrong(String field) {
    return new ProblemException(
        "%s: %s does not have the form of a Hugging Face tokenizer; download the file again."
            .formatted(file, field));
  }
}
