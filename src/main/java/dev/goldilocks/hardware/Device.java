package dev.goldilocks.hardware;

import dev.goldilocks.problem.ProblemException;

/** Where a model could run. */
public sealed interface Device {

  /** Which one. */
  DeviceKind kind();

  /**
   * A model can run on it.
   *
   * @param defaultThreads threads to start with: one for each physical core, because the hardware
   *     threads of a core share its path to memory
   * @param mostThreads most threads that make sense: one for each logical processor
   */
  record Usable(DeviceKind kind, int defaultThreads, int mostThreads) implements Device {

    /**
     * The threads that were asked for: far more than there are processors would stall the machine.
     *
     * @throws ProblemException when they are not 1 to {@code mostThreads}
     */
    public int checkedThreads(int wanted) {
      if (wanted < 1 || wanted > mostThreads) {
        throw new ProblemException(
            "The number of threads is %d; give 1 to %d, at most one for each logical processor of this machine."
                .formatted(wanted, mostThreads));
      }
      return wanted;
    }
  }

  /**
   * No model can run on it.
   *
   * @param reason why, and what to do
   * @param way what it would take
   */
  record NotUsable(DeviceKind kind, String reason, String way) implements Device {}
}
