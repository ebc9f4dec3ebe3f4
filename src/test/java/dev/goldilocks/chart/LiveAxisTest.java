package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveAxisTest {

  @ParameterizedTest
  @CsvSource({
    "303, 4, 400, 100",
    "400, 4, 400, 100",
    "401, 4, 600, 200",
    "1, 4, 1, 0.25",
    "684, 3, 750, 250",
    "0.07, 4, 0.08, 0.02",
    "0, 4, 1, 0.25",
    "NaN, 4, 1, 0.25"
  })
  void valuesGetARoundAxis(double max, int intervals, double end, double step) {
    assertThat(LiveAxis.forValues(max, intervals)).isEqualTo(new LiveAxis(0, end, step));
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 1.86, 3, 0.9, 1.9, 0.5",
    "0.9, 1.1, 2, 0.9, 1.1, 0.1",
    "0.4, 1, 3, 0.4, 1, 0.2",
    "0.9, 2.02, 2, 0.8, 2.2, 1",
    "1.51, 1.99, 2, 1.5, 2, 0.25"
  })
  void aRangeEndsNearItsValues(
      double min, double max, int intervals, double start, double end, double step) {
    LiveAxis axis = LiveAxis.forRange(min, max, intervals);
    assertThat(List.of(axis.start(), axis.end(), axis.step()))
        .usingComparatorForType(Comparator.comparingDouble(v -> Math.rint(v * 1e9)), Double.class)
        .isEqualTo(List.of(start, end, step));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 1000, 1000",
    "4200, 5, 5000, 1000",
    "22300, 2, 24000, 15000",
    "61000, 5, 63000, 15000",
    "3700000, 5, 3780000, 900000",
    "900000000, 5, 933120000, 259200000"
  })
  void timeGetsStepsThatAClockHas(long millis, int intervals, double end, double step) {
    assertThat(LiveAxis.forTime(0, millis, intervals)).isEqualTo(new LiveAxis(0, end, step));
  }

  @ParameterizedTest
  @CsvSource({
    "12300, 25000, 5, 12000, 25000, 5000",
    "12300, 12300, 3, 12000, 14000, 1000",
    "59000, 62500, 3, 59000, 63000, 2000",
    "61000, 3600000, 2, 0, 3600000, 1800000"
  })
  void timeThatBeginsLaterBeginsNearThere(
      long from, long to, int intervals, double start, double end, double step) {
    assertThat(LiveAxis.forTime(from, to, intervals)).isEqualTo(new LiveAxis(start, end, step));
  }

  @Test
  void anAxisHasATickAtEachMultipleOfItsStep() {
    assertThat(new LiveAxis(6000, 22_000, 5000).ticks()).containsExactly(10_000, 15_000, 20_000);
    assertThat(LiveAxis.forValues(303, 4).ticks()).containsExactly(0, 100, 200, 300, 400);
  }

  @Test
  void timeHasTwoTicksAtLeast() {
    assertThat(LiveAxis.forTime(6000, 13_000, 2).ticks()).containsExactly(5000, 10_000);
  }

  @Test
  void aPlaceIsTheValueThatLiesThere() {
    LiveAxis axis = LiveAxis.forTime(12_300, 25_000, 5);
    assertThat(axis.value(axis.position(17_000))).isEqualTo(17_000);
  }
}
