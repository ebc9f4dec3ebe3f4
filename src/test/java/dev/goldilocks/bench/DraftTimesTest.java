package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTimesTest {

  /** A call costs 0.2 ms, and each token in it 0.5 ms. */
  private static final DraftTimes TIMES = new DraftTimes(Map.of(1, 700_000L, 15, 7_700_000L));

  @Test
  void theStepIsWhatOneMoreTokenCosts() {
    assertThat(TIMES.stepMs()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.7", "2, 1.2", "8, 4.2", "15, 7.7", "17, 8.7"})
  void aCallIsOnTheLineThroughTheMeasuredOnes(int draftTokens, double millis) {
    assertThat(TIMES.ms(draftTokens)).isEqualTo(millis);
  }

  @Test
  void withoutAModelDraftingCostsNothing() {
    assertThat(DraftTimes.WITHOUT_A_MODEL.stepMs()).isZero();
    assertThat(DraftTimes.WITHOUT_A_MODEL.ms(8)).isZero();
  }

  @Test
  void oneLengthTellsNoStep() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DraftTimes(Map.of(1, 700_000L)));
  }
}
