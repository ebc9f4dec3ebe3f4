package dev.goldilocks.bench;

/**
 * Figures of one side over all its samples.
 *
 * @param decodeTokensPerSecond tokens after the first over the time after the first, pooled; NaN
 *     when undefined. A report's are what its source calls tokens/s
 * @param timeToFirstTokenMs median over the samples, in milliseconds; NaN when undefined
 * @param totalSeconds time of all texts together, their prompts included, in seconds; NaN when not
 *     known
 */
public record SideFigures(
    double decodeTokensPerSecond, double timeToFirstTokenMs, double totalSeconds) {}
