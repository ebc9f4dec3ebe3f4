package dev.goldilocks.bench;

/** What an end-of-sequence token does to a text. */
public enum EndOfSequence {
  /** It ends the text. */
  STOP,
  /** It is a token like any other, so that every text has the same length. */
  IGNORE
}
