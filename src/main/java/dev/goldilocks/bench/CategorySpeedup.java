package dev.goldilocks.bench;

/**
 * The speedup of a run so far on the prompts of one category alone.
 *
 * @param length K, or the policy that chooses it
 * @param category what kind of text the prompts begin
 * @param speedup geometric mean of the category's pairs, its interval over the category's prompts
 */
public record CategorySpeedup(DraftLength length, String category, Interval speedup) {}
