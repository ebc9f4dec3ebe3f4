package dev.goldilocks.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookPaceTest {

  private Duration now = Duration.ofHours(1);
  private final LookPace pace = new LookPace(() -> now.toNanos());

  @Test
  void aRunThatLeavesAProcessorFreeIsAlwaysLookedAt() {
    pace.looked();
    assertThat(pace.isDue(false)).isTrue();
  }

  @Test
  void aCrowdedRunIsLookedAtASecondAfterTheLastLook() {
    assertThat(pace.isDue(true)).as("never seen").isTrue();
    pace.looked();
    now = now.plusMillis(999);
    assertThat(pace.isDue(true)).isFalse();
    now = now.plusMillis(1);
    assertThat(pace.isDue(true)).isTrue();
  }
}
