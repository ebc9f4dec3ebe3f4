package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearScaleTest {

  @Test
  void barsStartAtZeroAndTheLongestFillsTheAxis() {
    LinearScale scale = LinearScale.fromZero(303, 5);

    assertThat(scale).isEqualTo(new LinearScale(0, 303, 100));
    assertThat(scale.ticks()).containsExactly(0.0, 100.0, 200.0, 300.0);
    assertThat(scale.position(303)).isEqualTo(1);
  }

  @Test
  void nothingToShowStillGivesAnAxis() {
    assertThat(LinearScale.fromZero(Double.NaN, 5).ticks())
        .isEqualTo(LinearScale.fromZero(0, 5).ticks())
        .startsWith(0.0);
  }

  @Test
  void anAxisAroundPointsIsWidenedToWholeTicks() {
    LinearScale scale = LinearScale.around(0.89, 1.43, 3);

    assertThat(scale.ticks()).hasSize(5);
    assertThat(scale.low()).isCloseTo(0.8, within(1e-12));
    assertThat(scale.high()).isCloseTo(1.6, within(1e-12));
    assertThat(scale.fractionDigits()).isEqualTo(1);
  }

  @Test
  void aSinglePointGetsRoomOnBothSides() {
    LinearScale scale = LinearScale.around(1, 1, 3);

    assertThat(scale.low()).isLessThan(1);
    assertThat(scale.high()).isGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({"303, 100, 0", "7.13, 2, 0", "0.31, 0.1, 1", "1.2, 0.5, 1", "12345, 5000, 0"})
  void stepsAreRoundAndTheirDigitsTellThemApart(double highest, double step, int digits) {
    LinearScale scale = LinearScale.fromZero(highest, 5);

    assertThat(List.of(scale.step(), (double) scale.fractionDigits()))
        .containsExactly(step, (double) digits);
  }
}
