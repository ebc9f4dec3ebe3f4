package dev.goldilocks.bench;

import dev.goldilocks.decode.RoundTime;
import java.util.Collection;

/**
 * Where the time of a round goes, averaged over rounds, in milliseconds. The parts add up to the
 * round. Undefined figures are NaN.
 *
 * @param roundMs wall time of a round
 * @param draftMs in the drafter, its own choice of tokens included
 * @param verifyMs in the target's pass over the drafted tokens; sampling and acceptance included
 *     when {@code acceptanceMs} is NaN
 * @param acceptanceMs sampling and acceptance: from the target's logits to the decision; NaN when
 *     no round could tell it from the pass
 * @param hostMs bookkeeping on the host between the calls
 * @param residualMs what no clock reading covers
 */
public record Ledger(
    double roundMs,
    double draftMs,
    double verifyMs,
    double acceptanceMs,
    double hostMs,
    double residualMs) {

  /** Nothing is known. */
  public static final Ledger UNKNOWN =
      new Ledger(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** The mean over rounds; {@link #UNKNOWN} without any. */
  public static Ledger of(Collection<RoundTime> rounds) {
    LedgerSum sum = new LedgerSum();
    rounds.forEach(sum::add);
    return sum.mean();
  }

  /** A part in milliseconds; NaN when it is not known. */
  public double ms(LedgerPart part) {
    return switch (part) {
      case DRAFT -> draftMs;
      case VERIFY -> verifyMs;
      case ACCEPTANCE -> acceptanceMs;
      case HOST -> hostMs;
      case RESIDUAL -> residualMs;
    };
  }

  /** A part as a share of the round, 0 to 1; NaN when it is not known. */
  public double share(LedgerPart part) {
    return ms(part) / roundMs;
  }

  /** Time in neither model: acceptance where it is known, host and residual. */
  double besidesModelsMs() {
    return roundMs - draftMs - verifyMs;
  }
}
