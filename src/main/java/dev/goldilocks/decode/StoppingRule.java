package dev.goldilocks.decode;

import java.util.Arrays;

/**
 * When a draft ends before it has all the tokens that were asked for. The token with which it ends
 * is part of the proposal: to leave it out would draft a token or not after what it is, and the
 * target's distribution would not be kept.
 */
public sealed interface StoppingRule {

  /** Never early. Costs nothing, and the draft's probabilities stay unknown. */
  record AtCount() implements StoppingRule {}

  /**
   * Once it is too unlikely that everything drafted so far is accepted. A token's acceptance
   * probability is read off a table by its place in the draft and by its confidence, the
   * probability that the draft gave it among what the choice's filters leave; their product is that
   * of the whole. Arrays are handed over, not copied: a rule is made anew for each round, while it
   * is timed.
   */
  final class BySurvival implements StoppingRule {

    private final double[] edges;
    private final double[] acceptance;
    private final double[] floors;

    /**
     * @param edges confidences over 0, ascending, at which the next column of the table begins
     * @param acceptance the table, row after row: a row for each place in a draft, with one more
     *     entry than there are edges, each 0 to 1
     * @param floors as many as rows: after this many tokens, the least probability of the whole
     *     that drafts on; 0 always does
     */
    public BySurvival(double[] edges, double[] acceptance, double[] floors) {
      if (floors.length == 0 || acceptance.length != floors.length * (edges.length + 1)) {
        throw new IllegalArgumentException(
            "%d edges, %d entries, %d floors"
                .formatted(edges.length, acceptance.length, floors.length));
      }
      this.edges = edges;
      this.acceptance = acceptance;
      this.floors = floors;
    }

    /** After the first token whose confidence is under a threshold, 0 to 1. */
    public static BySurvival confidence(double threshold, int most) {
      double[] acceptance = new double[2 * most];
      for (int place = 0; place < most; place++) {
        acceptance[2 * place + 1] = 1;
      }
      double[] floors = new double[most];
      Arrays.fill(floors, 0.5);
      return new BySurvival(new double[] {threshold}, acceptance, floors);
    }

    /** Never early, but the draft tells its confidences. */
    public static BySurvival toTheEnd(int most) {
      double[] acceptance = new double[most];
      Arrays.fill(acceptance, 1);
      return new BySurvival(new double[0], acceptance, new double[most]);
    }

    /** Not to be changed. */
    public double[] edges() {
      return edges;
    }

    /** The table, row after row; not to be changed. */
    public double[] acceptance() {
      return acceptance;
    }

    /** Not to be changed. */
    public double[] floors() {
      return floors;
    }

    /**
     * Acceptance probability of a token.
     *
     * @param place in the draft, from 0
     * @param confidence 0 to 1
     */
    public double acceptance(int place, double confidence) {
      return acceptance[place * (edges.length + 1) + column(edges, confidence)];
    }

    /** Whether to draft another token after some, whose probabilities multiply to this. */
    public boolean goesOn(int drafted, double survival) {
      return survival >= floors[drafted - 1];
    }

    /**
     * Tokens to draft for a drafter that is certain of every token.
     *
     * @param count most of them, 1 to the number of rows
     */
    public int countWhenCertain(int count) {
      double survival = 1;
      for (int drafted = 1; drafted < count; drafted++) {
        survival *= acceptance(drafted - 1, 1);
        if (!goesOn(drafted, survival)) {
          return drafted;
        }
      }
      return count;
    }
  }

  /** The column of a confidence between ascending edges, from 0. */
  static int column(double[] edges, double confidence) {
    int column = 0;
    while (column < edges.length && confidence >= edges[column]) {
      column++;
    }
    return column;
  }
}
