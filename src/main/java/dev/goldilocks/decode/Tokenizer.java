package dev.goldilocks.decode;

import java.util.List;

/** Text to token ids and back. */
public interface Tokenizer extends AutoCloseable {

  /** Ids of a text, with the special tokens that the checkpoint's tokenizer adds before it. */
  int[] encode(String text);

  /**
   * Text of ids, special tokens left out. A character whose bytes are not complete yet shows as
   * U+FFFD.
   */
  String decode(List<Integer> ids);

  /**
   * What one token adds to a text, special tokens included.
   *
   * @param id of the vocabulary
   */
  TokenText token(int id);

  @Override
  void close();
}
