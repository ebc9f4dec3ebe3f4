package dev.goldilocks.bench;

/**
 * One measurement to make: both sides on one prompt, back to back.
 *
 * @param index position in the run, from 0
 * @param prompt which prompt
 * @param length K, or the policy that chooses it
 * @param repeat from 0
 * @param first the side that goes first, drawn from the seed
 */
public record PairPlan(int index, Prompt prompt, DraftLength length, int repeat, Side first) {

  public PairPlan {
    if (index < 0 || repeat < 0) {
      throw new IllegalArgumentException("pair " + index + ", repeat " + repeat);
    }
  }

  /** A measurement at a fixed K. */
  public PairPlan(int index, Prompt prompt, int draftTokens, int repeat, Side first) {
    this(index, prompt, new DraftLength.Fixed(draftTokens), repeat, first);
  }
}
