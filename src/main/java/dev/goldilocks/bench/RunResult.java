package dev.goldilocks.bench;

import java.util.List;

/**
 * The figures of a run at one K. Undefined figures are NaN.
 *
 * @param draftTokens K
 * @param speedup geometric mean of the pairs' ratios with a 95 % bootstrap interval
 * @param baseline the target alone
 * @param speculative the target with its drafter
 * @param acceptanceRate accepted over drafted, pooled
 * @param acceptanceByPosition share of rounds that drafted position i in which it was accepted,
 *     from the first position on
 * @param meanAcceptanceLength emitted tokens a round, correction or bonus included
 * @param alpha per-token acceptance probability, maximum likelihood: accepted / (accepted + rounds
 *     that saw a rejection)
 * @param peakMemoryBytes peak resident memory of the engine process over the run so far, in bytes;
 *     0 when not known
 * @param lossless comparison of greedy texts; null when sampled
 */
public record RunResult(
    int draftTokens,
    Interval speedup,
    SideFigures baseline,
    SideFigures speculative,
    double acceptanceRate,
    List<Double> acceptanceByPosition,
    double meanAcceptanceLength,
    double alpha,
    long peakMemoryBytes,
    Lossless lossless) {

  public RunResult {
    acceptanceByPosition = List.copyOf(acceptanceByPosition);
  }
}
