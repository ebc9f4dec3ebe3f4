package dev.goldilocks.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The figures of a run at one K. Undefined figures are NaN.
 *
 * @param draftTokens K; empty when the source of reported figures does not say
 * @param speedup geometric mean of the pairs' ratios with a 95 % bootstrap interval; a report's is
 *     what its source says
 * @param pairsLeftOut pairs without a ratio, because a side wrote no token after the first; they
 *     are not in {@code speedup}
 * @param baseline the target alone
 * @param speculative the target with its drafter
 * @param acceptanceRate accepted over drafted, pooled
 * @param acceptanceByPosition share of rounds that drafted position i in which it was accepted,
 *     from the first position on
 * @param meanAcceptanceLength accepted tokens plus the correction or bonus, a round; rounds that
 *     the token limit kept from drafting K tokens are left out, and a round that ends the text
 *     counts what the target accepted, not where the text was cut, so that neither pulls the mean
 *     down
 * @param alpha per-token acceptance probability, maximum likelihood: accepted / (accepted + rounds
 *     that saw a rejection)
 * @param peakMemoryBytes peak resident memory of the engine process over the run so far, in bytes;
 *     0 when not known
 * @param lossless comparison of greedy texts; empty when sampled
 * @param ledger where the time of a round goes, averaged over the rounds that could draft K tokens
 */
public record RunResult(
    OptionalInt draftTokens,
    Interval speedup,
    int pairsLeftOut,
    SideFigures baseline,
    SideFigures speculative,
    double acceptanceRate,
    List<Double> acceptanceByPosition,
    double meanAcceptanceLength,
    double alpha,
    long peakMemoryBytes,
    Optional<Lossless> lossless,
    Ledger ledger) {

  public RunResult {
    acceptanceByPosition = List.copyOf(acceptanceByPosition);
  }

  /** The figures at a K that is known, as that of every measurement is. */
  public RunResult(
      int draftTokens,
      Interval speedup,
      int pairsLeftOut,
      SideFigures baseline,
      SideFigures speculative,
      double acceptanceRate,
      List<Double> acceptanceByPosition,
      double meanAcceptanceLength,
      double alpha,
      long peakMemoryBytes,
      Optional<Lossless> lossless,
      Ledger ledger) {
    this(
        OptionalInt.of(draftTokens),
        speedup,
        pairsLeftOut,
        baseline,
        speculative,
        acceptanceRate,
        acceptanceByPosition,
        meanAcceptanceLength,
        alpha,
        peakMemoryBytes,
        lossless,
        ledger);
  }
}
