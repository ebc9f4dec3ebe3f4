package dev.goldilocks.checkpoint;

/** How rotary frequencies are stretched for contexts longer than those of pre-training. */
public sealed interface RopeScaling {

  /** Frequencies as they are. */
  record None() implements RopeScaling {}

  /** Every frequency divided by {@code factor}. */
  record Linear(double factor) implements RopeScaling {}

  /**
   * Llama 3's: low frequencies divided by {@code factor}, high ones kept, those between blended.
   *
   * @param factor divisor of low frequencies
   * @param lowFrequencyFactor wavelengths over {@code originalMaxPositions / lowFrequencyFactor}
   *     are divided
   * @param highFrequencyFactor wavelengths under {@code originalMaxPositions / highFrequencyFactor}
   *     are kept
   * @param originalMaxPositions context length of pre-training
   */
  record Llama3(
      double factor,
      double lowFrequencyFactor,
      double highFrequencyFactor,
      int originalMaxPositions)
      implements RopeScaling {}
}
