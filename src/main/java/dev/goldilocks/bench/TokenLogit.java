package dev.goldilocks.bench;

/**
 * The logit of one token.
 *
 * @param id the token
 * @param logit as the target computed it, in the run's precision
 */
public record TokenLogit(int id, double logit) {}
