package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThinnedSeriesTest {

  @Test
  void aPointStandsForSoManyItems() {
    assertThat(after(5, 4, 2)).containsExactly("01", "23", "4");
  }

  @Test
  void aFullSeriesMergesNeighboursAndGoesOnAtHalfTheDensity() {
    assertThat(after(4, 4, 1)).containsExactly("0", "1", "2", "3");
    assertThat(after(5, 4, 1)).containsExactly("01", "23", "4");
    assertThat(after(8, 4, 1)).containsExactly("01", "23", "45", "67");
    assertThat(after(9, 4, 1)).containsExactly("0123", "4567", "8");
  }

  @Test
  void nothingIsLostAndThePointsAreFew() {
    ThinnedSeries<Integer> series = new ThinnedSeries<>(500, 4, Integer::sum);

    IntStream.range(0, 100_000).forEach(i -> series.add(1));

    assertThat(series.stream().count()).isBetween(250L, 500L);
    assertThat(series.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100_000);
  }

  private static Stream<String> after(int items, int mostPoints, int perPoint) {
    ThinnedSeries<String> series = new ThinnedSeries<>(mostPoints, perPoint, String::concat);
    IntStream.range(0, items).forEach(i -> series.add(String.valueOf(i)));
    return series.stream();
  }
}
