package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  @Test
  void theEndOfAWholeCopyAndAllThatGoesOnIsMarked() {
    long[] row = {7, 1, 2, 3, 4, 5, 6, 8, 9, 1, 2, 3, 4, 5, 6, 8, 9, 1, 2, 11};

    // The copy of the eight ids from 1 to 9 is whole at place 16 and prolonged until place 18.
    boolean[] expected = new boolean[19];
    Arrays.fill(expected, 15, 18, true);
    assertThat(Repeats.of(row, 1)).isEqualTo(expected);
  }

  @Test
  void aShortPeriodIsMarkedOnceItHasMatchedEightIds() {
    long[] row = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5};

    assertThat(Repeats.of(row, 1))
        .containsExactly(false, false, false, false, false, false, false, true, true);
  }

  @Test
  void rowsDoNotReadOnIntoEachOther() {
    long[] rows = {1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8};

    assertThat(Repeats.of(rows, 2)).containsOnly(false).hasSize(14);
  }
}
