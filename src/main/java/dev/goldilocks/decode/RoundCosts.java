package dev.goldilocks.decode;

import java.util.Arrays;

/**
 * What rounds take by the number of tokens they draft, in nanoseconds of a machine whose speed does
 * not change. Only how lengths compare matters to who chooses among them, and a machine whose
 * memory serves others too is faster and slower by turns: a length that was last used in a slow
 * minute would look dear for good. So a round that took longer than expected is first of all put
 * down to the machine, to all lengths alike, and only in part to its own length.
 *
 * <p>A length's time begins as the least of its first readings, whose slower ones compiled
 * something; warm-up may have taken them already. A length without a reading is read off the line
 * between its neighbours, and past the last of them is taken for as dear as that.
 */
public final class RoundCosts {

  /** Readings of which a length's time is the least. */
  private static final int FIRST_READINGS = 3;

  /** Share of a surprise, as a logarithm, that is put down to the machine. */
  private static final double OF_THE_MACHINE = 0.1;

  /** Share that is put down to the length. */
  private static final double OF_THE_LENGTH = 0.05;

  /** A round further off than this was disturbed, and counts as this far off: ours, no source. */
  private static final double FURTHEST = 2;

  /** By number of drafted tokens; NaN where no reading was taken. */
  private final double[] nanos;

  private final int[] readings;
  private double slowness = 1;

  /**
   * @param most most tokens of a round, at least 1
   */
  public RoundCosts(int most) {
    nanos = new double[most + 1];
    readings = new int[most + 1];
    Arrays.fill(nanos, Double.NaN);
  }

  /** A round of a warm-up, when nothing is left to compile. */
  public void warmed(int drafted, long roundNanos) {
    nanos[drafted] = least(nanos[drafted], (double) roundNanos);
    readings[drafted] = FIRST_READINGS;
  }

  /** A round that drafted something. */
  void settled(int drafted, long roundNanos) {
    if (readings[drafted] < FIRST_READINGS) {
      nanos[drafted] = least(nanos[drafted], roundNanos / slowness);
      readings[drafted]++;
      return;
    }
    double surprise = Math.clamp(roundNanos / (slowness * nanos[drafted]), 1 / FURTHEST, FURTHEST);
    slowness *= Math.pow(surprise, OF_THE_MACHINE);
    nanos[drafted] *= Math.pow(surprise, OF_THE_LENGTH);
  }

  /**
   * Time of a round.
   *
   * @param drafted 1 to the most
   * @return NaN when nothing was ever timed
   */
  double nanos(int drafted) {
    if (!Double.isNaN(nanos[drafted])) {
      return nanos[drafted];
    }
    int below = drafted;
    while (below > 0 && Double.isNaN(nanos[below])) {
      below--;
    }
    int above = drafted;
    while (above < nanos.length - 1 && Double.isNaN(nanos[above])) {
      above++;
    }
    if (Double.isNaN(nanos[below])) {
      return nanos[above];
    }
    if (Double.isNaN(nanos[above])) {
      return nanos[below];
    }
    double share = (double) (drafted - below) / (above - below);
    return nanos[below] + share * (nanos[above] - nanos[below]);
  }

  private static double least(double known, double nanos) {
    return Double.isNaN(known) ? nanos : Math.min(known, nanos);
  }
}
