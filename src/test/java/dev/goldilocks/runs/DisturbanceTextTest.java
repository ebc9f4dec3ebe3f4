package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.ProbeDisturbance;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisturbanceTextTest {

  private final DisturbanceText german = new DisturbanceText(Locale.GERMANY);
  private final DisturbanceText plain = new DisturbanceText(Locale.ROOT);

  @Test
  void eachIsOneSentenceWithItsNumbers() {
    assertThat(german.sentence(new ProbeDisturbance.OtherPrograms(0.78, 2)))
        .isEqualTo(
            "Other programs kept 0,8 of 2 cores busy while it was measured: close them and measure"
                + " again.");
    assertThat(plain.sentence(new ProbeDisturbance.MemoryChanged(30e9, 45e9)))
        .isEqualTo(
            "The memory changed its speed between 30.0 and 45.0 GB/s while it was measured: shares"
                + " of it are uncertain; measure again when the machine is quiet.");
    assertThat(plain.sentence(new ProbeDisturbance.PassesScattered(0.4)))
        .isEqualTo(
            "The times of a pass over one token scattered by 40.0 % of their median: something"
                + " disturbed the machine; measure again when it is quiet.");
  }
}
