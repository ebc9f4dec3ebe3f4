package dev.goldilocks.runs;

import java.util.Locale;

/**
 * What a figure means, in words: the one place from which tooltips, the help page and the notes of
 * files take them.
 */
public enum Definition {
  DRAFT_TOKENS("draft-tokens"),
  ROUND("round"),
  PROMPT_LOOKUP("prompt-lookup"),
  POLICY("policy"),
  TOKENS_PER_SECOND("tokens-per-second"),
  FIRST_TOKEN("first-token"),
  TOTAL_TIME("total-time"),
  SPEEDUP("speedup"),
  INTERVAL("interval"),
  ACCEPTANCE_RATE("acceptance-rate"),
  ACCEPTANCE_BY_POSITION("acceptance-by-position"),
  ACCEPTANCE_LENGTH("acceptance-length"),
  ALPHA("alpha"),
  SAME_TEXT("same-text"),
  DRIFT("drift"),
  STEP_SPREAD("step-spread"),
  PEAK_MEMORY("peak-memory"),
  MEMORY("memory"),
  ROUND_TIME("round-time"),
  DRAFT_TIME("draft-time"),
  VERIFY_TIME("verify-time"),
  ACCEPTANCE_TIME("acceptance-time"),
  HOST_TIME("host-time"),
  RESIDUAL_TIME("residual-time"),
  PREDICTED_SPEEDUP("predicted-speedup"),
  CEILINGS("ceilings"),
  PASS_TOKENS("pass-tokens"),
  PASS_TIME("pass-time"),
  MEMORY_FLOOR("memory-floor"),
  COMPUTE_FLOOR("compute-floor"),
  OVERHEAD("overhead"),
  BOUND_BY("bound-by"),
  DRAFT_STEP("draft-step"),
  VERIFY_EFFICIENCY("verify-efficiency"),
  BREAK_EVEN_ALPHA("break-even-alpha"),
  AT_BEST("at-best"),
  GAIN("gain"),
  TOKEN_PROBABILITY("token-probability"),
  ACCEPTANCE_PROBABILITY("acceptance-probability"),
  ROUNDING("rounding"),
  REPORTED("reported"),
  TIMING_ONLY("timing-only");

  private final String key;

  Definition(String key) {
    this.key = key;
  }

  /**
   * What the figure is called.
   *
   * @param locale whose words; English where there are none
   */
  public String title(Locale locale) {
    return new DefinitionTexts(locale).of(key);
  }

  /**
   * How the figure is made, in a sentence or more.
   *
   * @param locale whose words; English where there are none
   */
  public String meaning(Locale locale) {
    return new DefinitionTexts(locale).of(key + ".means");
  }
}
