package dev.goldilocks.bench;

/**
 * Where the time of a round went so far.
 *
 * @param length K of the rounds, or the policy that chose it
 * @param ledger mean over the rounds that could draft the most K, those of a text that is being
 *     written included
 */
public record RoundLedger(DraftLength length, Ledger ledger) {}
