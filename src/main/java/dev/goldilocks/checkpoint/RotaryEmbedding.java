package dev.goldilocks.checkpoint;

/**
 * Rotary position embedding (Su et al. 2021, arXiv 2104.09864).
 *
 * @param theta base of the frequencies
 * @param scaling how the frequencies are stretched for long contexts
 */
public record RotaryEmbedding(double theta, RopeScaling scaling) {}
