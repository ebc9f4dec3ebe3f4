package dev.goldilocks.decode;

import java.util.Arrays;
import java.util.List;

/** A policy that drafts some numbers of tokens by turns. */
final class ByTurns implements DraftPolicy {

  private final int[] counts;
  private int rounds;

  ByTurns(int... counts) {
    this.counts = counts;
  }

  @Override
  public int most() {
    return Arrays.stream(counts).max().orElseThrow();
  }

  @Override
  public int next() {
    return counts[rounds % counts.length];
  }

  @Override
  public StoppingRule stopping() {
    return new StoppingRule.AtCount();
  }

  @Override
  public void settled(Step.Round round, List<Double> confidences) {
    rounds++;
  }
}
