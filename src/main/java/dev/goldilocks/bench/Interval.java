package dev.goldilocks.bench;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure; NaN when undefined
 * @param low lower end; NaN when there are too few samples for an interval
 * @param high upper end; NaN likewise
 * @param pairs number of samples behind it
 */
public record Interval(double value, double low, double high, int pairs) {}
