package dev.goldilocks.training;

import java.util.List;

/**
 * What is trained on what, for how long, and how fast.
 *
 * @param phases one after the other
 * @param draftStart the step before which the draft is made out of the target's layers
 */
record Schedule(List<Phase> phases, long draftStart) {
  private static final int WARM_UP = 100;

  /** How the pair that ships was made. */
  static final Schedule SHIPPED =
      new Schedule(
          List.of(
              new Phase(Text.LIBRARIES, 256, Pair.Learners.TARGET, 0, 676, 1, 1),
              new Phase(Text.LIBRARIES, 256, Pair.Learners.BOTH, 676, 1308, 1, 1),
              new Phase(Text.LIBRARIES, 512, Pair.Learners.BOTH, 1308, 1728, 1, 0),
              new Phase(Text.CORRECTED, 256, Pair.Learners.BOTH, 1728, 1848, 0.4f, 0.2f),
              new Phase(Text.CORRECTED, 256, Pair.Learners.BOTH, 1848, 2078, 0.25f, 0)),
          676);

  /** What is read. */
  enum Text {
    /** The source jars. */
    LIBRARIES,
    /**
     * Half the source jars; half what the target itself wrote when the phase began, which the draft
     * learns to foresee and whose repetitions the target unlearns.
     */
    CORRECTED
  }

  /**
   * Steps of one kind.
   *
   * @param length positions a row
   * @param first the first step, from 0
   * @param end the step after the last
   * @param startRate share of the full learning rate at the first step
   * @param endRate the share that the rate falls towards
   */
  record Phase(
      Text text,
      int length,
      Pair.Learners learners,
      long first,
      long end,
      float startRate,
      float endRate) {

    /** The share of the full learning rate at a step. */
    float rate(long step) {
      float done = (float) (step - first) / (end - first);
      return Math.min(1, (step + 1f) / WARM_UP) * (startRate + (endRate - startRate) * done);
    }
  }
}
