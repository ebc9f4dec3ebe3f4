package dev.goldilocks.bench;

import dev.goldilocks.decode.TokenText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the models say of a run's tokens, so that a run can be read token by token where neither
 * models nor tokenizer are.
 *
 * @param texts what each id that occurs adds to a text; empty when nobody asked the tokenizer
 * @param probabilities of the texts that were looked into, each once
 */
public record TokenDetails(Map<Integer, TokenText> texts, List<TextProbabilities> probabilities) {

  /** Of a run whose texts nobody looked into. */
  public static final TokenDetails NONE = new TokenDetails(Map.of(), List.of());

  public TokenDetails {
    texts = Map.copyOf(texts);
    probabilities = List.copyOf(probabilities);
  }

  /** The probabilities of a pair's speculative text, if somebody looked into it. */
  public Optional<TextProbabilities> of(PairSample pair) {
    return probabilities.stream()
        .filter(text -> text.pairs().contains(pair.plan().index()))
        .findFirst();
  }

  /** The same with one more text. */
  TokenDetails with(TextProbabilities text) {
    return new TokenDetails(texts, Stream.concat(probabilities.stream(), Stream.of(text)).toList());
  }

  /** The same with more tokens named. */
  TokenDetails with(Map<Integer, TokenText> named) {
    Map<Integer, TokenText> all = new TreeMap<>(texts);
    all.putAll(named);
    return new TokenDetails(all, probabilities);
  }
}
