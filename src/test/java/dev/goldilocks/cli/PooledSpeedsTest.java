package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.SideFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PooledSpeedsTest {

  @ParameterizedTest
  @CsvSource({"1270, 1230, 1.01", "1230, 1270, 0.99"})
  void oppositeDirectionsAreExplained(double baseline, double speculative, double speedup) {
    assertThat(PooledSpeeds.disagreement(result(baseline, speculative, speedup)))
        .contains(
            "The tokens/s, pooled over all tokens, point the other way than the speedup, a mean"
                + " over pairs: the long texts went otherwise than most.");
  }

  @ParameterizedTest
  @CsvSource({
    "1230, 1270, 1.01",
    "1270, 1230, 0.95",
    "1270, 1230, 1.004",
    "1270, 1268, 1.01",
    "1270, NaN, 1.01",
    "1270, 1230, NaN",
  })
  void agreementAndRoundingAreNot(double baseline, double speculative, double speedup) {
    assertThat(PooledSpeeds.disagreement(result(baseline, speculative, speedup))).isEmpty();
  }

  private static RunResult result(double baseline, double speculative, double speedup) {
    return new RunResult(
        OptionalInt.of(4),
        new Interval(speedup, Double.NaN, Double.NaN, 1),
        0,
        new SideFigures(baseline, 5, 1),
        new SideFigures(speculative, 6, 1),
        0.7,
        List.of(),
        3.1,
        0.7,
        0,
        Optional.empty(),
        Ledger.UNKNOWN);
  }
}
