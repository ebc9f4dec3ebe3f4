package dev.goldilocks.bench;

/**
 * Where the time of a round went so far.
 *
 * @param draftTokens K of the rounds
 * @param ledger mean over the rounds that could draft K tokens, those of a text that is being
 *     written included
 */
public record RoundLedger(int draftTokens, Ledger ledger) {}
