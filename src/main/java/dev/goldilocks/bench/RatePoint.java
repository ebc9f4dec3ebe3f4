package dev.goldilocks.bench;

/**
 * Speed at a moment.
 *
 * @param millis since the run started
 * @param side whose speed
 * @param tokensPerSecond decode tokens/s over the last stretch
 */
public record RatePoint(long millis, Side side, double tokensPerSecond) {}
