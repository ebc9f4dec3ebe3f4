package dev.goldilocks.bench;

import dev.goldilocks.decode.Generation;

/**
 * One side of a pair as it was measured.
 *
 * @param generation ids, times and steps
 * @param text the new tokens as text
 */
public record SideSample(Generation generation, String text) {}
