package dev.goldilocks.chart;

import dev.goldilocks.bench.Prediction;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of the way from the theorem to what was measured.
 *
 * @param kind what it is
 * @param from speedup that it starts at; 0 for a speedup of its own
 * @param to speedup that it ends at
 */
record WaterfallStep(Kind kind, double from, double to) {

  /** What a step is. */
  enum Kind {
    /** Theorem 3.8 at the measured alpha and c. */
    THEOREM,
    /** Checking K + 1 tokens takes longer than a step, or shorter. */
    VERIFICATION,
    /** What a round spends in neither model. */
    OVERHEAD,
    /** The last prediction. */
    PREDICTED,
    /** Tokens a round that a constant alpha does not give. */
    UNEVEN_ACCEPTANCE,
    /** What is left, where the last prediction is right. */
    REST,
    /** What is left, where the last prediction is farther off than it may be. */
    UNEXPLAINED,
    /** What was measured. */
    MEASURED;

    /** Whether it is a speedup of its own, and not a change of one. */
    boolean isSpeedup() {
      return switch (this) {
        case THEOREM, PREDICTED, MEASURED -> true;
        case VERIFICATION, OVERHEAD, UNEVEN_ACCEPTANCE, REST, UNEXPLAINED -> false;
      };
    }
  }

  /**
   * The steps in order. Uneven acceptance is left out where it is not known, so that the rest holds
   * it; the rest never is.
   *
   * @param prediction whose theorem, overhead and measured speedup are defined
   */
  static List<WaterfallStep> of(Prediction prediction) {
    List<WaterfallStep> steps = new ArrayList<>();
    steps.add(new WaterfallStep(Kind.THEOREM, 0, prediction.theorem()));
    steps.add(
        new WaterfallStep(Kind.VERIFICATION, prediction.theorem(), prediction.withVerification()));
    steps.add(
        new WaterfallStep(Kind.OVERHEAD, prediction.withVerification(), prediction.withOverhead()));
    steps.add(new WaterfallStep(Kind.PREDICTED, 0, prediction.withOverhead()));
    double explained = prediction.withOverhead();
    if (Double.isFinite(prediction.withAcceptance())) {
      steps.add(new WaterfallStep(Kind.UNEVEN_ACCEPTANCE, explained, prediction.withAcceptance()));
      explained = prediction.withAcceptance();
    }
    steps.add(
        new WaterfallStep(
            prediction.isWithinTolerance() ? Kind.REST : Kind.UNEXPLAINED,
            explained,
            prediction.measured()));
    steps.add(new WaterfallStep(Kind.MEASURED, 0, prediction.measured()));
    return List.copyOf(steps);
  }

  /** What it multiplies the speedup by; of a speedup of its own, the speedup. */
  double factor() {
    return kind.isSpeedup() ? to : to / from;
  }

  /** What it adds to the speedup; negative for a loss. */
  double difference() {
    return to - from;
  }
}
