package dev.goldilocks.decode;

import java.util.List;

/**
 * Drafts on as long as it pays: another token, or several, whose chance to be accepted is worth
 * more than the time they take. Costs are measured; the chance is {@link LearnedAcceptance}, and
 * the probability that the draft gave to each token so far is part of it. What it learned is kept
 * from one text to the next.
 *
 * <p>To write most tokens in a time, a round of length K should maximise {@code tokens - rate *
 * time}, rate being the tokens per time that are reached at best (Dinkelbach 1967, for ratios). So
 * after {@code i} tokens that all are accepted with probability {@code S}, it goes on when for some
 * {@code j > i}
 *
 * <pre>S (a(i+1) + a(i+1) a(i+2) + ... + a(i+1) ... a(j)) &gt;= rate (T(j) - T(i))</pre>
 *
 * with {@code a(n)} the acceptance rate of the n-th token and {@code T} the time of a round: a
 * threshold on the probability that no token is rejected, as the best policy has (SpecDec++, Huang
 * et al. 2024, arXiv 2405.19715, which trains a network for it). Looking further than one token
 * matters where the check's time makes a step. The threshold follows from the costs, and the
 * probabilities are calibrated as they come; AdaEDL (arXiv 2410.18351) and SVIP (arXiv 2411.18462)
 * bound the chance by the draft's entropy against a threshold that is tuned by hand, DISCO (arXiv
 * 2405.04304) trains a classifier. The learning is ours.
 *
 * <p>The rate is the larger of two: what the latest rounds reached at these costs, and what the
 * best fixed K would. Neither is expected to be over the best.
 *
 * <p>The first {@value #FIRST_ROUNDS} rounds draft {@link #most()}, then half of it, and so on to
 * 1, whatever it costs: what is never drafted is never learned.
 */
public final class CostedDraft implements DraftPolicy {

  /** Rounds that draft to learn; in a run they fall into the warm-up. */
  static final int FIRST_ROUNDS = 10;

  /** Weight of a round in the rate beside the next. */
  private static final double MEMORY = 0.99;

  private final int most;
  private final RoundCosts costs;
  private final LearnedAcceptance acceptance;
  private final int lengthsToLearn;
  private int rounds;
  private double tokens;
  private double nanos;

  /**
   * @param most largest K, at least 1
   * @param costs measured during warm-up or not at all yet, and from here on by the rounds of every
   *     such policy; for at least as many tokens
   */
  public CostedDraft(int most, RoundCosts costs) {
    this.most = most;
    this.costs = costs;
    this.acceptance = new LearnedAcceptance(most);
    this.lengthsToLearn = Integer.SIZE - Integer.numberOfLeadingZeros(most);
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public int next() {
    return rounds < FIRST_ROUNDS ? most >> (rounds % lengthsToLearn) : most;
  }

  @Override
  public StoppingRule stopping() {
    return acceptance.rule(rounds < FIRST_ROUNDS ? new double[most] : floors());
  }

  @Override
  public void settled(Step.Round round, List<Double> confidences) {
    int drafted = round.drafted().size();
    if (drafted == 0) {
      return;
    }
    rounds++;
    costs.settled(drafted, round.nanos());
    acceptance.learn(confidences, round.accepted());
    tokens = tokens * MEMORY + round.accepted() + 1;
    nanos = nanos * MEMORY + costs.nanos(drafted);
  }

  /** After each number of tokens, the least chance of all to be accepted that drafts on. */
  private double[] floors() {
    double[] times = new double[most + 1];
    for (int k = 1; k <= most; k++) {
      times[k] = costs.nanos(k);
    }
    double[] byPlace = acceptance.byPlace();
    double rate = Math.max(tokens / nanos, bestFixed(byPlace, times));
    double[] floors = new double[most];
    for (int drafted = 1; drafted < most; drafted++) {
      double least = Double.POSITIVE_INFINITY;
      double survival = 1;
      double more = 0;
      for (int to = drafted + 1; to <= most; to++) {
        survival *= byPlace[to - 1];
        more += survival;
        least = Math.min(least, rate * (times[to] - times[drafted]) / more);
      }
      floors[drafted - 1] = least;
    }
    return floors;
  }

  /** Tokens per nanosecond at the best fixed K. */
  private static double bestFixed(double[] byPlace, double[] times) {
    double best = 0;
    double survival = 1;
    double expected = 1;
    for (int k = 1; k < times.length; k++) {
      survival *= byPlace[k - 1];
      expected += survival;
      best = Math.max(best, expected / times[k]);
    }
    return best;
  }
}
