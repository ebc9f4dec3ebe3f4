package dev.goldilocks.bench;

/**
 * One measurement to make: both sides on one prompt, back to back.
 *
 * @param index position in the run, from 0
 * @param prompt which prompt
 * @param draftTokens K
 * @param repeat from 0
 * @param first the side that goes first, drawn from the seed
 */
public record PairPlan(int index, Prompt prompt, int draftTokens, int repeat, Side first) {

  public PairPlan {
    if (index < 0 || repeat < 0 || draftTokens < 1 || draftTokens > RunSpec.MOST_DRAFT_TOKENS) {
      throw new IllegalArgumentException(
          "pair " + index + ", repeat " + repeat + ", K = " + draftTokens);
    }
  }
}
