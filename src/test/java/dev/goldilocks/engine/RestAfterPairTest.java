package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestAfterPairTest {

  @Test
  void theRestIsAQuarterOfTheTimeSinceTheLastAndNeverLong() {
    assertThat(RestAfterPair.length(Duration.ZERO)).isEqualTo(Duration.ZERO);
    assertThat(RestAfterPair.length(Duration.ofMillis(60))).isEqualTo(Duration.ofMillis(15));
    assertThat(RestAfterPair.length(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(80));
  }

  @Test
  void everyEventIsHandedOn() {
    List<RunEvent> heard = new ArrayList<>();
    Runs.events(2).forEach(new RestAfterPair(heard::add));
    assertThat(heard).isEqualTo(Runs.events(2));
  }
}
