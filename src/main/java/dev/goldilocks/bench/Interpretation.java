package dev.goldilocks.bench;

/** What a speedup's interval says. */
public enum Interpretation {
  /** The whole interval lies over 1. */
  FASTER("faster"),
  /** The whole interval lies under 1. */
  SLOWER("slower"),
  /** The interval holds 1. */
  NO_SIGNIFICANT_DIFFERENCE("no significant difference"),
  /** There is a figure, but no interval. */
  TOO_FEW_PROMPTS("too few prompts to tell: measure at least " + Bootstrap.FEWEST_UNITS),
  /** There is no figure. */
  NOTHING_MEASURED("nothing measured");

  private final String sentence;

  Interpretation(String sentence) {
    this.sentence = sentence;
  }

  /** Reads an interval. */
  public static Interpretation of(Interval speedup) {
    if (Double.isNaN(speedup.value())) {
      return NOTHING_MEASURED;
    }
    if (Double.isNaN(speedup.low()) || Double.isNaN(speedup.high())) {
      return TOO_FEW_PROMPTS;
    }
    if (speedup.low() > 1) {
      return FASTER;
    }
    return speedup.high() < 1 ? SLOWER : NO_SIGNIFICANT_DIFFERENCE;
  }

  /** In plain words, to stand after the figure. */
  public String sentence() {
    return sentence;
  }
}
