package dev.goldilocks.decode;

import java.util.Arrays;

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
  public double confidence() {
    return 0;
  }

  @Override
  public void settled(Step.Round round) {
    rounds++;
  }
}
