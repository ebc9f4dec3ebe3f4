package dev.goldilocks.decode;

/** What one token adds to a text that goes on: a space that it begins with is part of it. */
public sealed interface TokenText {

  /** Whole characters; of a special token, its name in the vocabulary. */
  record Characters(String text) implements TokenText {}

  /**
   * Bytes that are no whole characters in UTF-8: byte-level vocabularies cut rare characters in
   * pieces, which only their neighbours complete.
   *
   * @param hex two lower-case digits for each byte, at least one byte
   */
  record Bytes(String hex) implements TokenText {
    public Bytes {
      if (!hex.matches("([0-9a-f]{2})+")) {
        throw new IllegalArgumentException("not bytes: " + hex);
      }
    }
  }
}
