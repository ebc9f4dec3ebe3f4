package dev.goldilocks.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusyCoresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 2, false",
    "0.25, 2, false",
    "0.4, 2, true",
    "1.2, 1, false",
    "1.4, 1, true",
    "2, 1, true"
  })
  void othersCrowdWhoWantsMoreThanTheyLeave(double others, int threads, boolean crowd) {
    assertThat(new BusyCores(others, 2).crowd(threads)).isEqualTo(crowd);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "0.2, 4", "0.4, 3", "1, 3", "3.2, 1", "3.4, 0", "4.5, 0"})
  void wholeCoresAreLeft(double others, int free) {
    assertThat(new BusyCores(others, 4).free()).isEqualTo(free);
  }
}
