package dev.goldilocks.chart;

/**
 * A moment that is marked on a live chart.
 *
 * @param millis since the run started
 * @param name what happened then
 */
public record LiveMark(long millis, String name) {}
