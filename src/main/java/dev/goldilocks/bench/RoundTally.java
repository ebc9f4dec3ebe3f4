package dev.goldilocks.bench;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts over speculative texts at one K, or with one policy that chooses it.
 *
 * <p>Acceptance rate, positions and alpha take every round as it was drafted: a round that the
 * token limit cut short drafted less, and counts for less. The mean acceptance length and the
 * ledger leave such rounds out (one that drafted nothing is the extreme case): with less to accept,
 * and to check, they say nothing about K. With a policy, K is here the most that it may choose.
 * What a round gave is accepted + 1 even where the text was cut at a stop id, since where a text
 * ends is not the drafter's doing.
 */
final class RoundTally {

  private final int draftTokens;
  private final int maxNewTokens;
  private final long[] draftedAt;
  private final long[] acceptedAt;
  private final List<RoundTime> times = new ArrayList<>();
  private long drafted;
  private long accepted;
  private long roundsWithRejection;
  private long acceptanceLengths;
  private long draftedWithRoom;

  private RoundTally(int draftTokens, int maxNewTokens) {
    this.draftTokens = draftTokens;
    this.maxNewTokens = maxNewTokens;
    this.draftedAt = new long[draftTokens];
    this.acceptedAt = new long[draftTokens];
  }

  /** Of the speculative texts of pairs at one K, or with one policy. */
  static RoundTally of(List<PairSample> samples, DraftLength length, int maxNewTokens) {
    RoundTally tally = new RoundTally(length.most(), maxNewTokens);
    samples.forEach(sample -> tally.add(sample.speculative().generation()));
    return tally;
  }

  private void add(Generation generation) {
    int remaining = maxNewTokens - 1;
    for (Step step : generation.steps()) {
      switch (step) {
        case Step.Round round -> add(round, remaining);
        case Step.Plain _ -> {}
      }
      remaining -= step.emitted().size();
    }
  }

  private void add(Step.Round round, int remaining) {
    int count = round.drafted().size();
    drafted += count;
    accepted += round.accepted();
    for (int i = 0; i < count; i++) {
      draftedAt[i]++;
    }
    for (int i = 0; i < round.accepted(); i++) {
      acceptedAt[i]++;
    }
    if (round.accepted() < count) {
      roundsWithRejection++;
    }
    if (remaining > draftTokens) {
      times.add(round.time());
      acceptanceLengths += round.accepted() + 1;
      draftedWithRoom += count;
    }
  }

  /** Accepted over drafted. */
  Fraction acceptance() {
    return new Fraction(accepted, drafted);
  }

  /** For each position that was drafted at all, the share of those rounds that accepted it. */
  List<Double> acceptanceByPosition() {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < draftTokens && draftedAt[i] > 0; i++) {
      shares.add(acceptanceAt(i).value());
    }
    return shares;
  }

  /** Rounds that accepted a position over those that drafted it; the first is 0. */
  Fraction acceptanceAt(int position) {
    return new Fraction(acceptedAt[position], draftedAt[position]);
  }

  /** Accepted + 1 over the rounds that could draft K tokens. */
  Fraction lengths() {
    return new Fraction(acceptanceLengths, times.size());
  }

  /** Drafted tokens, averaged over the same rounds. */
  double meanDraftTokens() {
    return (double) draftedWithRoom / times.size();
  }

  /** The ledger of the rounds that could draft K tokens. */
  Ledger ledger() {
    return Ledger.of(times);
  }

  /**
   * Maximum likelihood of the per-token acceptance probability: a round is a run of successes that
   * ends with the first failure or is cut off at what was drafted.
   */
  Fraction trials() {
    return new Fraction(accepted, accepted + roundsWithRejection);
  }
}
