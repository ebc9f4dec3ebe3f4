package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassRegimeTest {

  @ParameterizedTest(name = "memory {0} ms and arithmetic {1} ms of {2} ms: {3}")
  @CsvSource({
    "40, 5, 50, MEMORY, 0.8, 0.1, 0.2",
    "40, 80, 100, COMPUTE, 0.4, 0.8, 0.2",
    "0.2, 0.1, 1, OVERHEAD, 0.2, 0.1, 0.8",
    // As flat as a pass that is all memory: only the shares tell them apart.
    "1, 1, 10, OVERHEAD, 0.1, 0.1, 0.9",
    "5, 5, 10, MEMORY, 0.5, 0.5, 0.5"
  })
  void theLargestShareIsWhatLimitsAPass(
      double memoryMs,
      double computeMs,
      double passMs,
      PassBound bound,
      double memory,
      double compute,
      double overhead) {
    PassRegime regime = PassRegime.of(new PassFloor(memoryMs, computeMs), passMs);

    assertThat(regime.bound()).isEqualTo(bound);
    assertThat(regime.memoryShare()).isCloseTo(memory, within(1e-12));
    assertThat(regime.computeShare()).isCloseTo(compute, within(1e-12));
    assertThat(regime.overheadShare()).isCloseTo(overhead, within(1e-12));
  }

  @Test
  void aPassThatReadsFromACacheLeavesNothingOver() {
    PassRegime regime = PassRegime.of(new PassFloor(15, 2), 10);

    assertThat(regime).isEqualTo(new PassRegime(1.5, 0.2, 0));
    assertThat(regime.boundShare()).isEqualTo(1.5);
  }
}
