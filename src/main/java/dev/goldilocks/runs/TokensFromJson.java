package dev.goldilocks.runs;

import static dev.goldilocks.runs.JsonFields.WhenMissing.UNKNOWN;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.TextProbabilities;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.bench.TokenOdds;
import dev.goldilocks.bench.WrittenToken;
import dev.goldilocks.decode.TokenText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the models say of a run's tokens, from the columns that {@link TokensToJson} writes. */
final class TokensFromJson {

  private TokensFromJson() {}

  /**
   * The tokens of a document; {@link TokenDetails#NONE} when it has none, as older files.
   *
   * @param samples the document's pairs
   */
  static TokenDetails tokens(JsonFields document, List<PairSample> samples) {
    Map<Integer, List<Integer>> written = new HashMap<>();
    samples.forEach(
        pair -> written.put(pair.plan().index(), pair.speculative().generation().ids()));
    return document
        .optionalObject("tokens", UNKNOWN)
        .map(
            tokens ->
                new TokenDetails(
                    texts(tokens),
                    tokens.objects("probabilities", UNKNOWN).stream()
                        .map(text -> text(text, written))
                        .toList()))
        .orElse(TokenDetails.NONE);
  }

  private static Map<Integer, TokenText> texts(JsonFields tokens) {
    Map<Integer, TokenText> texts = new HashMap<>();
    List<Integer> ids = tokens.counts("ids", UNKNOWN);
    List<String> characters = tokens.texts("texts");
    requireLength(tokens, "texts", characters, ids.size());
    for (int i = 0; i < ids.size(); i++) {
      texts.put(ids.get(i), new TokenText.Characters(characters.get(i)));
    }
    List<Integer> partIds = tokens.counts("partIds", UNKNOWN);
    List<String> bytes = tokens.texts("partBytes");
    requireLength(tokens, "partBytes", bytes, partIds.size());
    for (int i = 0; i < partIds.size(); i++) {
      texts.put(partIds.get(i), part(tokens, bytes.get(i)));
    }
    return texts;
  }

  private static TokenText part(JsonFields tokens, String hex) {
    try {
      return new TokenText.Bytes(hex);
    } catch (IllegalArgumentException _) {
      throw tokens.wrong("partBytes", "a list of bytes, two lower-case digits for each");
    }
  }

  private static TextProbabilities text(JsonFields text, Map<Integer, List<Integer>> written) {
    List<Integer> pairs = text.counts("pairs");
    if (pairs.isEmpty() || !written.keySet().containsAll(pairs)) {
      throw text.wrong("pairs", "a list of pairs that the run has");
    }
    List<Integer> ids = written.get(pairs.getFirst());
    List<Double> target = probabilities(text, "target", ids.size());
    List<Double> draft = draftProbabilities(text, ids.size());
    List<List<TokenOdds>> others = others(text.object("others"), ids.size());
    List<WrittenToken> tokens = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      tokens.add(
          new WrittenToken(new TokenOdds(ids.get(i), target.get(i), draft.get(i)), others.get(i)));
    }
    return new TextProbabilities(pairs, tokens);
  }

  private static List<List<TokenOdds>> others(JsonFields others, int length) {
    List<List<TokenOdds>> byPosition = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      byPosition.add(new ArrayList<>());
    }
    List<Integer> positions = others.counts("positions");
    List<Integer> ids = others.counts("ids");
    requireLength(others, "ids", ids, positions.size());
    List<Double> target = probabilities(others, "target", positions.size());
    List<Double> draft = draftProbabilities(others, positions.size());
    for (int i = 0; i < positions.size(); i++) {
      if (positions.get(i) >= length) {
        throw others.wrong("positions", "a list of positions in the text");
      }
      byPosition.get(positions.get(i)).add(new TokenOdds(ids.get(i), target.get(i), draft.get(i)));
    }
    return byPosition;
  }

  /** Without a draft model there are none. */
  private static List<Double> draftProbabilities(JsonFields fields, int length) {
    return fields.has("draft")
        ? probabilities(fields, "draft", length)
        : Collections.nCopies(length, Double.NaN);
  }

  private static List<Double> probabilities(JsonFields fields, String name, int length) {
    List<Double> probabilities = fields.figures(name);
    requireLength(fields, name, probabilities, length);
    if (probabilities.stream().anyMatch(p -> p < 0 || p > 1)) {
      throw fields.wrong(name, "a list of numbers from 0 to 1");
    }
    return probabilities;
  }

  private static void requireLength(JsonFields fields, String name, List<?> column, int length) {
    if (column.size() != length) {
      throw fields.wrong(name, "a list of " + length);
    }
  }
}
