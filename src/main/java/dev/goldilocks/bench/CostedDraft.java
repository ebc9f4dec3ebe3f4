package dev.goldilocks.bench;

import dev.goldilocks.decode.DraftPolicy;
import dev.goldilocks.decode.Step;

/**
 * Chooses K before each round: the one whose {@linkplain SpeedupTheory#speedup predicted speedup}
 * is largest at the acceptance probability of the latest rounds and at the measured costs of
 * drafting and checking. What it learned is kept from one text to the next.
 *
 * <p>Acceptance is {@code accepted / (accepted + rounds that saw a rejection)}, as alpha is
 * everywhere, with each round weighted {@link #MEMORY} times the one after it. Before the first
 * round one token counts as accepted and one as rejected, so alpha begins at a half.
 */
final class CostedDraft implements DraftPolicy {

  /** Weight of a round beside the next: half of it is forgotten after 34 rounds. */
  private static final double MEMORY = 0.98;

  private final int most;
  private final RoundCosts costs;
  private double accepted = 1;
  private double rejections = 1;

  /**
   * @param most largest K, at least 1
   * @param costs measured during warm-up, and from here on by the rounds of every such policy
   */
  CostedDraft(int most, RoundCosts costs) {
    this.most = most;
    this.costs = costs;
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public int next() {
    return costs.best(alpha(), most);
  }

  @Override
  public double confidence() {
    return 0;
  }

  @Override
  public void settled(Step.Round round) {
    int drafted = round.drafted().size();
    if (drafted == 0) {
      return;
    }
    costs.settled(round);
    accepted = accepted * MEMORY + round.accepted();
    rejections = rejections * MEMORY + (round.accepted() < drafted ? 1 : 0);
  }

  /** The acceptance probability of the latest rounds. */
  double alpha() {
    return accepted / (accepted + rejections);
  }
}
