package dev.goldilocks.decode;

import java.util.List;

/**
 * How probable it is that a drafted token is accepted when all before it were: by its place in the
 * draft and by the confidence that the draft had in it, learned from the rounds so far. Draft
 * probabilities are no acceptance probabilities; what share of tokens with a like one was accepted
 * tells (calibration by histogram binning, Zadrozny and Elkan 2001).
 *
 * <p>Counts are decayed, so that the latest rounds weigh most. Each rate is drawn to the one a
 * level up as if that had been seen on {@link #STRENGTH} tokens: a place at a confidence to the
 * confidence anywhere, that and the place at any confidence to the rate of all tokens (the
 * m-estimate, Cestnik 1990). So what was never seen is taken to be like the rest, neither perfect
 * nor hopeless. Weights and edges are ours, no source: they were chosen among others that did as
 * well.
 */
final class LearnedAcceptance {

  /** Confidences between which tokens are taken to be alike; finer where most tokens are. */
  private static final double[] EDGES = {0.25, 0.5, 0.75, 0.9, 0.99};

  /** Weight of a round beside the next: half of it is forgotten after 69 rounds. */
  private static final double MEMORY = 0.99;

  /** Tokens that the rate a level up counts for. */
  private static final double STRENGTH = 4;

  private static final int COLUMNS = EDGES.length + 1;

  /** Decayed counts of judged tokens, [place][column]. */
  private final double[][] judged;

  /** Of them those that were accepted. */
  private final double[][] accepted;

  /**
   * @param most most tokens of a draft, at least 1
   */
  LearnedAcceptance(int most) {
    judged = new double[most][COLUMNS];
    accepted = new double[most][COLUMNS];
  }

  /**
   * Learns from a round. Tokens after a rejected one were not judged.
   *
   * @param confidences of every drafted token
   */
  void learn(List<Double> confidences, int acceptedTokens) {
    for (int place = 0; place < judged.length; place++) {
      for (int column = 0; column < COLUMNS; column++) {
        judged[place][column] *= MEMORY;
        accepted[place][column] *= MEMORY;
      }
    }
    for (int place = 0; place < Math.min(confidences.size(), acceptedTokens + 1); place++) {
      int column = StoppingRule.column(EDGES, confidences.get(place));
      judged[place][column]++;
      accepted[place][column] += place < acceptedTokens ? 1 : 0;
    }
  }

  /** Of every token; one accepted and one rejected count as seen before the first. */
  double pooled() {
    double seen = 2;
    double stood = 1;
    for (int place = 0; place < judged.length; place++) {
      for (int column = 0; column < COLUMNS; column++) {
        seen += judged[place][column];
        stood += accepted[place][column];
      }
    }
    return stood / seen;
  }

  /** By place in the draft, from 0, whatever the confidence. */
  double[] byPlace() {
    double pooled = pooled();
    double[] rates = new double[judged.length];
    for (int place = 0; place < rates.length; place++) {
      double seen = 0;
      double stood = 0;
      for (int column = 0; column < COLUMNS; column++) {
        seen += judged[place][column];
        stood += accepted[place][column];
      }
      rates[place] = drawn(stood, seen, pooled);
    }
    return rates;
  }

  /**
   * The rule that reads acceptance off what was learned.
   *
   * @param floors after each number of tokens
   */
  StoppingRule rule(double[] floors) {
    double[] byConfidence = byConfidence();
    double[] table = new double[judged.length * COLUMNS];
    for (int place = 0; place < judged.length; place++) {
      for (int column = 0; column < COLUMNS; column++) {
        table[place * COLUMNS + column] =
            drawn(accepted[place][column], judged[place][column], byConfidence[column]);
      }
    }
    return new StoppingRule.BySurvival(EDGES, table, floors);
  }

  /** By confidence, wherever in the draft. */
  private double[] byConfidence() {
    double pooled = pooled();
    double[] rates = new double[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      double seen = 0;
      double stood = 0;
      for (int place = 0; place < judged.length; place++) {
        seen += judged[place][column];
        stood += accepted[place][column];
      }
      rates[column] = drawn(stood, seen, pooled);
    }
    return rates;
  }

  private static double drawn(double accepted, double judged, double towards) {
    return (accepted + STRENGTH * towards) / (judged + STRENGTH);
  }
}
