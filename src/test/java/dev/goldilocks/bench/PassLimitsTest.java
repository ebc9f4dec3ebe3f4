package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldilocks.decode.Precision;
import org.junit.jupiter.api.Test;

class PassLimitsTest {

  /** 500 million weights in bf16, 25 GB/s, 200 billion operations a second. */
  private static final PassLimits LIMITS = PassLimits.of(Precision.BF16, 500_000_000, 25e9, 200e9);

  @Test
  void everyWeightIsReadOnceAndUsedTwiceForEachToken() {
    assertThat(LIMITS).isEqualTo(new PassLimits(1_000_000_000, 1_000_000_000, 25e9, 200e9));
  }

  @Test
  void readingTakesAsLongForAnyNumberOfTokensAndArithmeticInProportion() {
    assertThat(LIMITS.floor(1)).isEqualTo(new PassFloor(40, 5));
    assertThat(LIMITS.floor(16)).isEqualTo(new PassFloor(40, 80));
  }

  @Test
  void theLongerOfTheTwoIsTheFloor() {
    assertThat(LIMITS.floor(1).ms()).isEqualTo(40);
    assertThat(LIMITS.floor(16).ms()).isEqualTo(80);
  }

  @Test
  void aCeilingThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PassLimits.of(Precision.BF16, 1, Double.NaN, 1));
  }
}
