package dev.goldilocks.hardware;

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
  record Usable(DeviceKind kind, int defaultThreads, int mostThreads) implements Device {}

  /**
   * No model can run on it.
   *
   * @param reason why, and what to do
   */
  record NotUsable(DeviceKind kind, String reason) implements Device {}
}
