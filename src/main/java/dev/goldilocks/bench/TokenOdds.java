package dev.goldilocks.bench;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How probable both models found a token at one place of a text, rounded to four significant
 * digits: what more there is differs from one kernel to the next.
 *
 * @param id the token
 * @param target the target's probability, in [0, 1]
 * @param draft the draft model's, in [0, 1]; NaN when nothing but prompt and text was drafted from
 */
public record TokenOdds(int id, double target, double draft) {

  private static final MathContext KEPT = new MathContext(4);

  public TokenOdds {
    target = rounded(target);
    draft = rounded(draft);
  }

  private static double rounded(double probability) {
    return Double.isFinite(probability)
        ? new BigDecimal(probability).round(KEPT).doubleValue()
        : Double.NaN;
  }
}
