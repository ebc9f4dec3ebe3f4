package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.training.Schedule.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void theRateWarmsUpOverAHundredSteps() {
    Phase phase = phase(0, 1000, 1, 1);

    assertThat(phase.rate(0)).isEqualTo(0.01f);
    assertThat(phase.rate(49)).isEqualTo(0.5f);
    assertThat(phase.rate(99)).isEqualTo(1);
    assertThat(phase.rate(999)).isEqualTo(1);
  }

  @Test
  void theRateFallsInAStraightLine() {
    Phase phase = phase(1000, 1400, 0.5f, 0);

    assertThat(phase.rate(1000)).isEqualTo(0.5f);
    assertThat(phase.rate(1200)).isEqualTo(0.25f);
    assertThat(phase.rate(1399)).isEqualTo(0.5f / 400, within(1e-6f));
  }

  @Test
  void eachPhaseBeginsWhereTheOneBeforeEnds() {
    List<Phase> phases = Schedule.SHIPPED.phases();

    assertThat(phases.getFirst().first()).isZero();
    for (int i = 1; i < phases.size(); i++) {
      assertThat(phases.get(i).first()).isEqualTo(phases.get(i - 1).end());
    }
  }

  private static Phase phase(long first, long end, float startRate, float endRate) {
    return new Phase(
        Schedule.Text.LIBRARIES, 256, Pair.Learners.BOTH, first, end, startRate, endRate);
  }
}
