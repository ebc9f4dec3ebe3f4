package dev.goldilocks.bench;

/**
 * A figure with its 95 % interval. Pairs on one prompt share its text, so they are not independent:
 * the interval is over prompts. With a single prompt it is over its pairs, and speaks of that
 * prompt alone.
 *
 * @param value the figure; NaN when undefined
 * @param low lower end; NaN when there are too few prompts for an interval
 * @param high upper end; NaN likewise
 * @param pairs number of pairs behind it
 */
public record Interval(double value, double low, double high, int pairs) {}
