package dev.goldilocks.bench;

import java.util.OptionalInt;

/**
 * A figure with its 95 % interval. Pairs on one prompt share its text, so they are not independent:
 * the interval is over prompts. With a single prompt it is over its pairs, and speaks of that
 * prompt alone.
 *
 * @param value the figure; NaN when undefined
 * @param low lower end; NaN when there are too few prompts for an interval
 * @param high upper end; NaN likewise
 * @param pairs number of pairs behind it; 0 beside a figure means that its source does not say
 */
public record Interval(double value, double low, double high, int pairs) {

  /** Its ends alone. */
  public Ends ends() {
    return new Ends(low, high);
  }

  /** Number of pairs behind the figure; empty when the source of a figure does not say. */
  public OptionalInt knownPairs() {
    return pairs == 0 && Double.isFinite(value) ? OptionalInt.empty() : OptionalInt.of(pairs);
  }
}
