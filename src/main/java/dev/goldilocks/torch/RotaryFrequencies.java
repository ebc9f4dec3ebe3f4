package dev.goldilocks.torch;

import dev.goldilocks.checkpoint.RopeScaling;
import dev.goldilocks.checkpoint.RotaryEmbedding;
import java.util.stream.IntStream;

/** The angle that each pair of a head's dimensions turns by from one position to the next. */
final class RotaryFrequencies {

  private RotaryFrequencies() {}

  /**
   * Frequencies of Su et al. 2021 (arXiv 2104.09864), {@code theta^(-2j/d)} for the pair {@code j},
   * stretched as the checkpoint says.
   *
   * @param headDimension d, even
   * @return d / 2 angles in radians per position
   */
  static double[] of(RotaryEmbedding rope, int headDimension) {
    return IntStream.range(0, headDimension / 2)
        .mapToDouble(pair -> Math.pow(rope.theta(), -2.0 * pair / headDimension))
        .map(frequency -> scaled(frequency, rope.scaling()))
        .toArray();
  }

  private static double scaled(double frequency, RopeScaling scaling) {
    return switch (scaling) {
      case RopeScaling.None _ -> frequency;
      case RopeScaling.Linear linear -> frequency / linear.factor();
      case RopeScaling.Llama3 llama3 -> scaled(frequency, llama3);
    };
  }

  // As rope_type "llama3" in the transformers library.
  private static double scaled(double frequency, RopeScaling.Llama3 scaling) {
    double turns = scaling.originalMaxPositions() * frequency / (2 * Math.PI);
    double kept =
        (turns - scaling.lowFrequencyFactor())
            / (scaling.highFrequencyFactor() - scaling.lowFrequencyFactor());
    double share = Math.clamp(kept, 0.0, 1.0);
    return share * frequency + (1 - share) * frequency / scaling.factor();
  }
}
