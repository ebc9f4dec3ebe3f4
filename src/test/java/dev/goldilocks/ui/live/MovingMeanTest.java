package dev.goldilocks.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.chart.LivePoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovingMeanTest {

  @Test
  void eachValueIsTheMeanOfItAndThoseBefore() {
    assertThat(
            MovingMean.of(
                List.of(
                    new LivePoint(0, 3),
                    new LivePoint(10, 5),
                    new LivePoint(20, 1),
                    new LivePoint(30, 9)),
                3))
        .containsExactly(
            new LivePoint(0, 3), new LivePoint(10, 4), new LivePoint(20, 3), new LivePoint(30, 5));
  }

  @Test
  void undefinedValuesArePassedOver() {
    assertThat(
            MovingMean.of(
                List.of(new LivePoint(0, 2), new LivePoint(10, Double.NaN), new LivePoint(20, 4)),
                2))
        .containsExactly(new LivePoint(0, 2), new LivePoint(20, 3));
  }

  @Test
  void aPointThatStandsForLittleTimeWeighsLittle() {
    assertThat(
            MovingMean.of(
                List.of(
                    new LivePoint(0, 10),
                    new LivePoint(40, 10),
                    new LivePoint(80, 10),
                    new LivePoint(90, 90)),
                4))
        .last()
        // 10 over 120 ms (the first point counts as long as its neighbours) and 90 over 10 ms
        .isEqualTo(new LivePoint(90, (10 * 120 + 90 * 10) / 130.0));
  }

  @Test
  void aPointAfterAGapWeighsNoMoreThanTheOthers() {
    assertThat(
            MovingMean.of(
                List.of(
                    new LivePoint(0, 10),
                    new LivePoint(10, 10),
                    new LivePoint(20, 10),
                    new LivePoint(1020, 30)),
                2))
        .last()
        .isEqualTo(new LivePoint(1020, 20));
  }
}
