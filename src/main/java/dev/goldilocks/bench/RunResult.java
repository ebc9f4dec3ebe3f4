package dev.goldilocks.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The figures of a run at one K, or with one policy that chooses it. Undefined figures are NaN.
 *
 * @param length K, or the policy that chooses it; empty when the source of reported figures does
 *     not say
 * @param meanDraftTokens tokens that a round drafted, averaged over the rounds that had room for
 *     the most K: K where it is fixed, fewer where a drafter lacks guesses or a policy wants fewer
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
 *     the token limit kept from drafting the most K are left out, and a round that ends the text
 *     counts what the target accepted, not where the text was cut, so that neither pulls the mean
 *     down
 * @param alpha per-token acceptance probability, maximum likelihood: accepted / (accepted + rounds
 *     that saw a rejection)
 * @param peakMemoryBytes peak resident memory of the engine process over the run so far, in bytes;
 *     0 when not known
 * @param lossless comparison of greedy texts; empty when sampled
 * @param ledger where the time of a round goes, averaged over the rounds that could draft K tokens
 * @param intervals those of the other figures; the peak memory has none, being a single reading
 */
public record RunResult(
    Optional<DraftLength> length,
    double meanDraftTokens,
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
    Ledger ledger,
    FigureIntervals intervals) {

  public RunResult {
    acceptanceByPosition = List.copyOf(acceptanceByPosition);
  }

  /** Figures without intervals of which nobody says how many tokens were drafted. */
  public RunResult(
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
    this(
        draftTokens.stream().<DraftLength>mapToObj(DraftLength.Fixed::new).findFirst(),
        Double.NaN,
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
        ledger,
        FigureIntervals.NONE);
  }

  /** Figures without intervals at a fixed K, of which each round with room drafts that many. */
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
        Optional.of(new DraftLength.Fixed(draftTokens)),
        draftTokens,
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
        ledger,
        FigureIntervals.NONE);
  }

  /** The same figures with other intervals. */
  public RunResult withIntervals(FigureIntervals others) {
    return new RunResult(
        length,
        meanDraftTokens,
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
        ledger,
        others);
  }

  /** K where it is fixed; empty where a policy chooses it, and where nobody said. */
  public OptionalInt draftTokens() {
    return length
        .filter(each -> !each.isAdaptive())
        .map(each -> OptionalInt.of(each.most()))
        .orElseGet(OptionalInt::empty);
  }
}
