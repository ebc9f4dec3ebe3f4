package dev.goldilocks.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.TextProbabilities;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.bench.TokenOdds;
import dev.goldilocks.bench.WrittenToken;
import dev.goldilocks.decode.TokenText;
import java.util.List;
import java.util.TreeMap;

/** What the models say of a run's tokens, column by column: a column is one line of the file. */
final class TokensToJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TokensToJson() {}

  static ObjectNode tokens(TokenDetails tokens) {
    ObjectNode node = JSON.objectNode();
    ArrayNode ids = node.putArray("ids");
    ArrayNode texts = node.putArray("texts");
    ArrayNode partIds = JSON.arrayNode();
    ArrayNode partBytes = JSON.arrayNode();
    new TreeMap<>(tokens.texts())
        .forEach(
            (id, text) -> {
              switch (text) {
                case TokenText.Characters(String characters) -> {
                  ids.add((int) id);
                  texts.add(characters);
                }
                case TokenText.Bytes(String hex) -> {
                  partIds.add((int) id);
                  partBytes.add(hex);
                }
              }
            });
    node.set("partIds", partIds);
    node.set("partBytes", partBytes);
    ArrayNode probabilities = node.putArray("probabilities");
    tokens.probabilities().forEach(text -> probabilities.add(text(text)));
    return node;
  }

  private static ObjectNode text(TextProbabilities text) {
    ObjectNode node = JSON.objectNode();
    ArrayNode pairs = node.putArray("pairs");
    text.pairs().forEach(pair -> pairs.add((int) pair));
    List<WrittenToken> tokens = text.tokens();
    boolean isDrafted = tokens.stream().anyMatch(token -> !Double.isNaN(token.written().draft()));
    ArrayNode target = node.putArray("target");
    ArrayNode draft = JSON.arrayNode();
    node.set("draft", isDrafted ? draft : JSON.nullNode());
    ObjectNode others = node.putObject("others");
    ArrayNode positions = others.putArray("positions");
    ArrayNode ids = others.putArray("ids");
    ArrayNode othersTarget = others.putArray("target");
    ArrayNode othersDraft = JSON.arrayNode();
    others.set("draft", isDrafted ? othersDraft : JSON.nullNode());
    for (int position = 0; position < tokens.size(); position++) {
      add(target, tokens.get(position).written().target());
      add(draft, tokens.get(position).written().draft());
      for (TokenOdds other : tokens.get(position).others()) {
        positions.add(position);
        ids.add(other.id());
        add(othersTarget, other.target());
        add(othersDraft, other.draft());
      }
    }
    return node;
  }

  private static void add(ArrayNode column, double probability) {
    if (Double.isFinite(probability)) {
      column.add(probability);
    } else {
      column.addNull();
    }
  }
}
