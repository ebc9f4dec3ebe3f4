package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexPointerTest {

  private final IndexPointer pointer = new IndexPointer();

  @Test
  void atFirstItPointsAtNothing() {
    assertThat(pointer.within(4)).isEmpty();
  }

  @Test
  void outsideOfTheRowItPointsAtNothing() {
    pointer.to(2, 4);
    assertThat(pointer.to(4, 4)).isTrue();
    assertThat(pointer.within(4)).isEmpty();
  }

  @Test
  void aMoveToTheSamePlaceIsNone() {
    assertThat(pointer.to(2, 4)).isTrue();
    assertThat(pointer.to(2, 4)).isFalse();
  }

  @Test
  void stepsBeginAtTheFirstAndStopAtTheEnds() {
    pointer.further(1, 2);
    assertThat(pointer.within(2)).hasValue(0);
    pointer.further(1, 2);
    pointer.further(1, 2);
    assertThat(pointer.within(2)).hasValue(1);
    pointer.further(-1, 2);
    pointer.further(-1, 2);
    assertThat(pointer.within(2)).hasValue(0);
  }

  @Test
  void whenTheRowGetsShorterThanThePlaceNothingIsPointedAt() {
    pointer.to(3, 4);
    assertThat(pointer.within(3)).isEmpty();
  }
}
