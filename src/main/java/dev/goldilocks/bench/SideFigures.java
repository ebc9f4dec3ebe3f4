package dev.goldilocks.bench;

/**
 * Figures of one side over all its samples.
 *
 * @param decodeTokensPerSecond tokens after the first over the time after the first, pooled; NaN
 *     when undefined
 * @param timeToFirstTokenMs median over the samples, in milliseconds; NaN when undefined
 */
public record SideFigures(double decodeTokensPerSecond, double timeToFirstTokenMs) {}
