package dev.goldilocks.decode;

import java.util.List;

/**
 * Two tokens more after a round whose draft was accepted whole, one fewer after any other, at least
 * one: the transformers library's schedule {@code heuristic} ({@code
 * AssistedCandidateGenerator.update_candidate_strategy}). As there, the number is kept from one
 * text to the next (that library keeps it in the draft model's generation config; its {@code
 * heuristic_transient} does not), and a round that the token limit cut short counts like any other.
 *
 * <p>Two things differ. The number never grows past {@link #most()}, where that library bounds it
 * by the token limit alone: every length that occurs must have been warmed up before it is timed.
 * And a round that drafted nothing, for want of room or of a guess, changes nothing, where that
 * library takes it for one accepted whole.
 */
public final class HeuristicDraft implements DraftPolicy {

  /** Tokens of the first round: that library's default when this schedule was its default. */
  public static final int FIRST = 5;

  private static final int MORE = 2;
  private static final int FEWER = 1;

  private final int most;
  private int next;

  /**
   * @param most largest number of tokens in a round, at least 1
   */
  public HeuristicDraft(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most " + most);
    }
    this.most = most;
    this.next = Math.min(FIRST, most);
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public int next() {
    return next;
  }

  @Override
  public StoppingRule stopping() {
    return new StoppingRule.AtCount();
  }

  @Override
  public void settled(Step.Round round, List<Double> confidences) {
    int drafted = round.drafted().size();
    if (drafted > 0) {
      next = round.accepted() == drafted ? Math.min(most, next + MORE) : Math.max(1, next - FEWER);
    }
  }
}
