package dev.goldilocks.bench;

import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.Tokenizer;
import java.util.List;
import java.util.stream.Collectors;

/** One token a letter: {@code a} is 0. */
final class LetterTokenizer implements Tokenizer {

  @Override
  public int[] encode(String text) {
    return text.chars().map(letter -> letter - 'a').toArray();
  }

  @Override
  public String decode(List<Integer> ids) {
    return ids.stream().map(id -> Character.toString('a' + id)).collect(Collectors.joining());
  }

  @Override
  public TokenText token(int id) {
    return new TokenText.Characters(decode(List.of(id)));
  }

  @Override
  public void close() {}
}
