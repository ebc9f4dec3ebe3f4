package dev.goldilocks.chart;

/**
 * A point of a live series.
 *
 * @param millis since measuring began
 * @param value in the chart's unit; NaN leaves a gap
 */
public record LivePoint(long millis, double value) {}
