package dev.goldilocks.bench;

import dev.goldilocks.decode.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns ids into text as they come. Tokens are decoded together with a few before them, because a
 * tokenizer may treat the first token of a text differently, and a character whose bytes are spread
 * over several tokens is held back until it is whole.
 */
public final class TextStream {

  private static final char REPLACEMENT = '\uFFFD';

  /** A character has at most 4 bytes: more replacements in a row are no character to come. */
  private static final int MOST_HELD_BACK = 3;

  /** More tokens than one character can be spread over. */
  private static final int TOKENS_OF_CONTEXT = 8;

  private final Tokenizer tokenizer;
  private final List<Integer> ids = new ArrayList<>();

  public TextStream(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Takes in the next ids, at least one.
   *
   * @return the text that they complete; empty when they complete none
   */
  public String append(List<Integer> next) {
    int start = Math.max(0, ids.size() - TOKENS_OF_CONTEXT);
    String before = tokenizer.decode(ids.subList(start, ids.size()));
    ids.addAll(next);
    String now = tokenizer.decode(ids.subList(start, ids.size()));
    int shown = whole(before);
    int whole = whole(now);
    return shown < whole ? now.substring(shown, whole) : "";
  }

  /** Length of a text without the character at its end that is not whole yet. */
  private static int whole(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == REPLACEMENT) {
      end--;
    }
    return text.length() - end > MOST_HELD_BACK ? text.length() : end;
  }
}
