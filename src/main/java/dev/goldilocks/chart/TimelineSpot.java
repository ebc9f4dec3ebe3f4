package dev.goldilocks.chart;

/**
 * A token of a timeline by its place in it.
 *
 * @param round index of the round, the reading of the prompt being the first
 * @param token index of the token in the round
 */
public record TimelineSpot(int round, int token) {}
