package dev.goldilocks.bench;

/**
 * Acceptance at a moment.
 *
 * @param millis since the run started
 * @param acceptanceRate accepted over drafted over the last stretch of rounds, 0 to 1
 */
public record AcceptancePoint(long millis, double acceptanceRate) {}
