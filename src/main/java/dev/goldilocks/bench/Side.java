package dev.goldilocks.bench;

/** The two sides of a pair. */
public enum Side {
  /** The target alone. */
  BASELINE,
  /** The target with a drafter. */
  SPECULATIVE;

  /** The one that is not this. */
  public Side other() {
    return switch (this) {
      case BASELINE -> SPECULATIVE;
      case SPECULATIVE -> BASELINE;
    };
  }
}
