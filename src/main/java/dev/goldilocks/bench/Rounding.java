package dev.goldilocks.bench;

import dev.goldilocks.decode.ForeignFormat;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.UnstatedFormat;
import dev.goldilocks.decode.WeightFormat;
import java.util.Comparator;
import java.util.List;

/**
 * Whether rounding alone can explain that greedy decoding wrote another token in a round than it
 * writes alone. A pass over K + 1 tokens may use another kernel than one over a single token, sums
 * in another order, and so rounds otherwise; where two tokens are nearly equally good, that
 * decides.
 *
 * <p>The rule: the logits of the two largest tokens and of both sides' tokens lie at most
 *
 * <pre>{@code 2 * sqrt(n) * u * |largest logit|}</pre>
 *
 * apart. {@code u} is the unit roundoff of the precision, 2^-24 for f32, 2^-8 for bf16, 1/254 for
 * int8 activations (half of one of 127 steps), and {@code n = 4 layers + 1} the matrix products
 * between a token and its logit. Relative errors of n roundings, each at most u and as likely up as
 * down, add up to about {@code sqrt(n) u} rather than {@code n u} (Higham and Mary 2019, A New
 * Approach to Probabilistic Rounding Error Analysis, doi 10.1137/18M1226312), and two logits that
 * err in opposite directions come nearer by twice that. What lies farther apart is not rounding but
 * a bug.
 */
public enum Rounding {
  /** Near enough for rounding to decide. */
  NEAR_TIE,
  /** Farther apart than rounding explains. */
  BUG,
  /** The file does not tell: it was made before logits were kept, or names no precision of ours. */
  UNKNOWN;

  /**
   * Judges a difference.
   *
   * @param target the model whose text it is
   */
  public static Rounding of(TextComparison.Diverged diverged, ModelDescription target) {
    List<TokenLogit> logits = diverged.logits();
    double tolerance = tolerance(diverged, target);
    if (logits.isEmpty() || Double.isNaN(tolerance)) {
      return UNKNOWN;
    }
    return farthest(logits) <= tolerance ? NEAR_TIE : BUG;
  }

  /**
   * How far below the largest logit rounding can reach; NaN when the file does not tell.
   *
   * @param target the model whose text it is
   */
  public static double tolerance(TextComparison.Diverged diverged, ModelDescription target) {
    double largest =
        diverged.logits().stream()
            .mapToDouble(logit -> Math.abs(logit.logit()))
            .max()
            .orElse(Double.NaN);
    double products = target.layers() == 0 ? Double.NaN : 4.0 * target.layers() + 1;
    return 2 * Math.sqrt(products) * unitRoundoff(target.precision()) * largest;
  }

  /** From the largest logit down to the lowest of those that the sides' tokens have. */
  private static double farthest(List<TokenLogit> logits) {
    Comparator<TokenLogit> byLogit = Comparator.comparingDouble(TokenLogit::logit);
    return logits.stream().max(byLogit).orElseThrow().logit()
        - logits.stream().min(byLogit).orElseThrow().logit();
  }

  private static double unitRoundoff(WeightFormat format) {
    return switch (format) {
      case Precision precision ->
          switch (precision) {
            case F32 -> 0x1p-24;
            case BF16 -> 0x1p-8;
            case INT8 -> 1 / 254.0;
          };
      case ForeignFormat _, UnstatedFormat _ -> Double.NaN;
    };
  }
}
