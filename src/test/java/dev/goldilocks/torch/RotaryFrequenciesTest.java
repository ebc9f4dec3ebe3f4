package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.checkpoint.RopeScaling;
import dev.goldilocks.checkpoint.RotaryEmbedding;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RotaryFrequenciesTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-15);

  @Test
  void fallGeometricallyFromOne() {
    assertThat(RotaryFrequencies.of(new RotaryEmbedding(10_000, new RopeScaling.None()), 8))
        .containsExactly(new double[] {1, 0.1, 0.01, 0.001}, EXACT);
  }

  @Test
  void areDividedByALinearFactor() {
    assertThat(RotaryFrequencies.of(new RotaryEmbedding(10_000, new RopeScaling.Linear(4)), 4))
        .containsExactly(new double[] {0.25, 0.0025}, EXACT);
  }

  /**
   * With 64 positions, frequency 1 turns 64 / 2 pi = 10.2 times: over 4, kept. 0.2 turns 2.04
   * times: between 1 and 4, blended. 0.04 turns 0.41 times: under 1, divided by 8.
   */
  @Test
  void areBlendedBetweenLowAndHighInLlama3() {
    RotaryEmbedding rope = new RotaryEmbedding(125, new RopeScaling.Llama3(8, 1, 4, 64));
    double share = (64 * 0.2 / (2 * Math.PI) - 1) / 3;

    assertThat(RotaryFrequencies.of(rope, 6))
        .containsExactly(
            new double[] {1, share * 0.2 + (1 - share) * 0.2 / 8, 0.04 / 8}, Offset.offset(1e-12));
  }
}
