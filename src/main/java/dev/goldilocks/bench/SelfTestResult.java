package dev.goldilocks.bench;

import java.util.List;

/**
 * Runs of the baseline against itself (A/A runs). Both sides are equal, so a run whose interval
 * does not hold 1 is a false alarm; a 95 % interval gives one in twenty.
 *
 * @param speedups each run's speedup with its interval
 */
public record SelfTestResult(List<Interval> speedups) {

  /** Runs of the test. */
  public static final int RUNS = 40;

  /**
   * Most false alarms among {@link #RUNS} runs with which the test is passed: 2 are expected, and
   * more than 5 come in 1.4 % of all tests when the interval is right (binomial distribution).
   */
  public static final int ALARMS_ALLOWED = 5;

  public SelfTestResult {
    speedups = List.copyOf(speedups);
  }

  /** Runs whose interval does not hold 1. */
  public int alarms() {
    return (int) speedups.stream().filter(SelfTestResult::isAlarm).count();
  }

  /** Whether one run raised a false alarm. */
  public static boolean isAlarm(Interval speedup) {
    return speedup.low() > 1 || speedup.high() < 1;
  }

  /**
   * Whether all runs were made, each with an interval, and no more than {@link #ALARMS_ALLOWED}
   * raised an alarm.
   */
  public boolean passed() {
    boolean complete =
        speedups.size() == RUNS
            && speedups.stream()
                .allMatch(
                    speedup -> Double.isFinite(speedup.low()) && Double.isFinite(speedup.high()));
    return complete && alarms() <= ALARMS_ALLOWED;
  }
}
