package dev.goldilocks.bench;

/**
 * How many pairs of greedy texts were the same id for id.
 *
 * @param identical pairs with the same ids
 * @param diverged pairs with a difference
 */
public record Lossless(int identical, int diverged) {}
