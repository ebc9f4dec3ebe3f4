package dev.goldilocks.bench;

import java.util.List;

/**
 * Whether the machine stayed the same while a run was measured, from the run's own times.
 *
 * @param drift from the first third of the run to the last
 * @param steps from one step of the target alone to the next
 */
public record Steadiness(Drift drift, StepSpread steps) {

  /** Of a run without samples: nobody can tell. */
  public static final Steadiness UNKNOWN = new Steadiness(Drift.UNKNOWN, StepSpread.UNKNOWN);

  /**
   * Largest spread of steps on a machine that was left alone. Runs on two quiet cores have 1.09 to
   * 1.3, the same runs beside one busy program 2.5 to 14.
   */
  public static final double LARGEST_SPREAD = 1.5;

  /** Compares the times of a run. */
  public static Steadiness of(List<PairSample> samples) {
    return new Steadiness(Drift.of(samples), StepSpread.of(samples));
  }

  /**
   * Whether something else took the machine while it was measured: figures of such a run say more
   * about that than about the models, and no cause can be read off them.
   */
  public boolean isDisturbed() {
    return steps.ratio() > LARGEST_SPREAD;
  }
}
