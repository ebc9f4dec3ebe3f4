package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableShareTest {

  @Test
  void aShortTableGetsWhatItsHeaderAndRowsNeed() {
    assertThat(TableShare.of(3, 32, 650)).isEqualTo((4 * 32 + 8) / 650.0);
  }

  @Test
  void aLongTableLeavesRoomForTheRunBelow() {
    assertThat(TableShare.of(100, 32, 650)).isEqualTo(TableShare.USUAL);
  }

  @Test
  void beforeTheFirstLayoutItIsTheUsualShare() {
    assertThat(TableShare.of(3, 32, 0)).isEqualTo(TableShare.USUAL);
    assertThat(TableShare.of(3, -1, 650)).isEqualTo(TableShare.USUAL);
  }
}
