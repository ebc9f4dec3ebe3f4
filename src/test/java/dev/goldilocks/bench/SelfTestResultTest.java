package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfTestResultTest {

  private static final Interval QUIET = new Interval(1.001, 0.99, 1.01, 12);
  private static final Interval FASTER = new Interval(1.02, 1.001, 1.04, 12);
  private static final Interval SLOWER = new Interval(0.98, 0.96, 0.999, 12);

  @ParameterizedTest
  @CsvSource({"0, 0, 0, true", "3, 2, 5, true", "3, 3, 6, false", "0, 40, 40, false"})
  void moreThanFiveAlarmsOnEitherSideFail(int faster, int slower, int alarms, boolean passed) {
    SelfTestResult result = result(40, faster, slower);

    assertThat(result.alarms()).isEqualTo(alarms);
    assertThat(result.passed()).isEqualTo(passed);
  }

  @Test
  void aTestWithoutAllItsRunsIsNotPassed() {
    assertThat(result(39, 0, 0).passed()).isFalse();
  }

  @Test
  void aRunWithoutAnIntervalCannotAlarmSoItIsNotPassed() {
    List<Interval> speedups = new ArrayList<>(Collections.nCopies(39, QUIET));
    speedups.add(new Interval(1, Double.NaN, Double.NaN, 3));

    assertThat(new SelfTestResult(speedups).passed()).isFalse();
  }

  private static SelfTestResult result(int runs, int faster, int slower) {
    return new SelfTestResult(
        Stream.of(
                Collections.nCopies(faster, FASTER),
                Collections.nCopies(slower, SLOWER),
                Collections.nCopies(runs - faster - slower, QUIET))
            .flatMap(List::stream)
            .toList());
  }
}
