package dev.goldilocks.bench;

/**
 * Whose text is being written.
 *
 * @param plan the pair
 * @param side which side of it
 */
public record TextOwner(PairPlan plan, Side side) {}
