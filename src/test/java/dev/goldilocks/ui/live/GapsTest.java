package dev.goldilocks.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.chart.LivePoint;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapsTest {

  @Test
  void whereSomethingElseWasMeasuredThereIsAGap() {
    List<LivePoint> opened = Gaps.open(points(10, 20, 30, 130, 140), List.of(40L, 80L, 120L));
    assertThat(opened)
        .extracting(LivePoint::millis)
        .containsExactly(10L, 20L, 30L, 80L, 130L, 140L);
    assertThat(opened.get(3).value()).isNaN();
  }

  @Test
  void aSlowStepIsNoGap() {
    List<LivePoint> points = points(10, 20, 30, 130, 140);
    assertThat(Gaps.open(points, List.of(5L, 200L))).isEqualTo(points);
  }

  @Test
  void aLineWhosePointsAllStandForMoreThanAStretchHasNoGaps() {
    List<LivePoint> points = points(100, 200, 300, 400);
    assertThat(Gaps.open(points, List.of(150L, 250L, 350L))).isEqualTo(points);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(Gaps.open(List.of(), List.of(1L))).isEmpty();
  }

  private static List<LivePoint> points(long... millis) {
    return LongStream.of(millis).mapToObj(at -> new LivePoint(at, 7)).toList();
  }
}
