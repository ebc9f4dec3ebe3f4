package dev.goldilocks.bench;

import dev.goldilocks.decode.Step;
import java.util.Arrays;

/**
 * What drafting and checking take, in nanoseconds, measured while lengths are warmed up and kept up
 * to date by the rounds of a run. Each length has its own time of a check, since kernels make
 * steps, and of a draft, since a call costs something whatever its length.
 *
 * <p>A warm-up's time is the shortest of its calls, a round's goes into a moving mean. So a length
 * that no round has used looks at worst too good: it is tried, and then known.
 */
final class RoundCosts {

  /** Weight of the newest round in a moving mean. */
  private static final double NEWEST = 0.1;

  /** By number of drafted tokens; NaN where no check of so many was ever timed. */
  private final double[] verifyNanos;

  /** The same of the draft. */
  private final double[] draftNanos;

  private double stepNanos;
  private double overheadNanos;

  RoundCosts() {
    verifyNanos = new double[RunSpec.MOST_DRAFT_TOKENS + 1];
    draftNanos = new double[RunSpec.MOST_DRAFT_TOKENS + 1];
    Arrays.fill(verifyNanos, Double.NaN);
    Arrays.fill(draftNanos, Double.NaN);
    stepNanos = Double.NaN;
    overheadNanos = Double.NaN;
  }

  /** A call of the target that wrote some tokens alone. */
  void warmedStep(int tokens, long nanos) {
    stepNanos = shorter(stepNanos, (double) nanos / tokens);
  }

  /** A call of the drafter. */
  void warmedDraft(int tokens, long nanos) {
    draftNanos[tokens] = shorter(draftNanos[tokens], (double) nanos);
  }

  /** A call of the target that checked some drafted tokens. */
  void warmedVerify(int drafted, long nanos) {
    verifyNanos[drafted] = shorter(verifyNanos[drafted], (double) nanos);
  }

  /** A round that drafted something. */
  void settled(Step.Round round) {
    int drafted = round.drafted().size();
    long draft = round.time().draftNanos();
    long verify = round.time().verifyNanos() + round.time().acceptanceNanos().orElse(0);
    draftNanos[drafted] = moved(draftNanos[drafted], (double) draft);
    verifyNanos[drafted] = moved(verifyNanos[drafted], (double) verify);
    overheadNanos = moved(overheadNanos, (double) (round.time().totalNanos() - draft - verify));
  }

  /**
   * The K that is predicted to be fastest; of equals the least.
   *
   * @param alpha probability that a drafted token is accepted
   * @param most largest K
   * @throws IllegalStateException when no check was ever timed
   */
  int best(double alpha, int most) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 1; k <= most; k++) {
      if (!Double.isNaN(verifyNanos[k])) {
        double speedup = SpeedupTheory.speedup(alpha, cost(k));
        if (speedup > highest) {
          highest = speedup;
          best = k;
        }
      }
    }
    if (best == 0) {
      throw new IllegalStateException("no check was timed");
    }
    return best;
  }

  private RoundCost cost(int k) {
    return new RoundCost(
        k,
        known(draftNanos[k]) / k / stepNanos,
        stepNanos / verifyNanos[k],
        Math.max(0, known(overheadNanos)) / stepNanos);
  }

  /** What no reading has told yet is taken for nothing: the first round tells. */
  private static double known(double nanos) {
    return Double.isNaN(nanos) ? 0 : nanos;
  }

  private static double shorter(double known, double nanos) {
    return Double.isNaN(known) ? nanos : Math.min(known, nanos);
  }

  private static double moved(double mean, double nanos) {
    return Double.isNaN(mean) ? nanos : mean + NEWEST * (nanos - mean);
  }
}
