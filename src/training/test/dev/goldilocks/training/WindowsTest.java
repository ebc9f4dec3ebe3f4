package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final short[] IDS = ascending(1000);

  @Test
  void aWindowHoldsItsIdsAndTheNext() {
    long[] window = new Windows(IDS, 10).batch(3, 1);

    assertThat(window).hasSize(11);
    for (int i = 1; i < window.length; i++) {
      assertThat(window[i]).isEqualTo(window[0] + i);
    }
  }

  @Test
  void anEpochVisitsEveryWindowOnce() {
    Windows windows = new Windows(IDS, 10);
    Set<Long> starts = new TreeSet<>();
    for (int number = 0; number < 98; number++) {
      starts.add(windows.batch(number, 1)[0]);
    }

    assertThat(starts).hasSize(98);
  }

  @Test
  void aBatchDependsOnItsNumberOnly() {
    Windows other = new Windows(IDS, 10);
    other.batch(500, 4);

    assertThat(other.batch(7, 4)).isEqualTo(new Windows(IDS, 10).batch(7, 4));
  }

  @Test
  void epochsDiffer() {
    Windows windows = new Windows(IDS, 10);

    assertThat(windows.batch(0, 49)).isNotEqualTo(windows.batch(2, 49));
  }

  private static short[] ascending(int count) {
    short[] ids = new short[count];
    for (int i = 0; i < count; i++) {
      ids[i] = (short) i;
    }
    return ids;
  }
}
