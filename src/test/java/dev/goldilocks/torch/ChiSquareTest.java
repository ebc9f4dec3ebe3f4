package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {

  /** Percentage points from the usual tables. */
  @ParameterizedTest
  @CsvSource({"7.815, 3, 0.05", "18.307, 10, 0.05", "23.209, 10, 0.01", "124.342, 100, 0.05"})
  void agreesWithTables(double statistic, int degrees, double tail) {
    assertThat(ChiSquare.upperTail(statistic, degrees)).isCloseTo(tail, Offset.offset(1e-3));
  }

  @Test
  void rejectsALoadedDie() {
    Map<Integer, Double> fair = Map.of(1, 0.25, 2, 0.25, 3, 0.25, 4, 0.25);

    assertThat(ChiSquare.pValue(fair, Map.of(1, 252, 2, 248, 3, 255, 4, 245))).isGreaterThan(0.5);
    assertThat(ChiSquare.pValue(fair, Map.of(1, 330, 2, 230, 3, 220, 4, 220))).isLessThan(1e-6);
    assertThat(ChiSquare.pValue(fair, Map.of(1, 250, 2, 250, 3, 250, 4, 250, 5, 1))).isZero();
  }

  @Test
  void refusesToJudgeTooFewCounts() {
    Map<Integer, Double> fair = Map.of(1, 0.5, 2, 0.5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChiSquare.pValue(fair, Map.of(1, 4, 2, 4)))
        .withMessage("too few counts for a test: 1 cells");
  }
}
