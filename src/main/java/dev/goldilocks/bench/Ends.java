package dev.goldilocks.bench;

/**
 * The ends of a figure's 95 % bootstrap interval, in the figure's unit.
 *
 * @param low lower end; NaN when there is no interval
 * @param high upper end; NaN likewise
 */
public record Ends(double low, double high) {

  /** Of a figure without an interval. */
  public static final Ends NONE = new Ends(Double.NaN, Double.NaN);

  /** Whether there is an interval. */
  public boolean areKnown() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
