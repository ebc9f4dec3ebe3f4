package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.bench.ProbeFigures.Outlook;
import dev.goldilocks.bench.ProbeFigures.PassFigures;
import org.junit.jupiter.api.Test;

class ProbeFiguresTest {

  private static final ProbeFigures FIGURES = ProbeFigures.of(Probes.halfABillion());

  @Test
  void cIsTheDraftsStepOverTheTargetsPassOverOneToken() {
    assertThat(FIGURES.draftStep()).isEqualTo(0.2);
  }

  @Test
  void everyPassStandsBesideItsFloor() {
    assertThat(FIGURES.passes()).extracting(PassFigures::tokens).hasSize(16).isSorted();
    // 1 GB at 25 GB/s; 16 x 1 billion operations at 200 billion a second; 50 + 8 x 10 ms.
    assertThat(FIGURES.passes().getFirst())
        .isEqualTo(
            new PassFigures(1, 50, new PassFloor(40, 5), PassRegime.of(new PassFloor(40, 5), 50)));
    assertThat(FIGURES.passes().getLast().floor()).isEqualTo(new PassFloor(40, 80));
    assertThat(FIGURES.passes().getLast().passMs()).isEqualTo(130);
    assertThat(FIGURES.passes().getLast().regime().bound()).isEqualTo(PassBound.COMPUTE);
  }

  @Test
  void aRoundCostsTheDraftsCallAndTheTargetsPass() {
    // K = 4: the draft's call 5 + 4 x 10 ms, the pass over 5 tokens 50 ms, of a step of 50 ms.
    RoundCost four = outlook(4).cost();
    assertThat(four.draftStep()).isCloseTo(45.0 / 4 / 50, within(1e-12));
    assertThat(four.verifyEfficiency()).isEqualTo(1);
    assertThat(four.overhead()).isZero();
    // K = 15: the pass over 16 tokens takes 130 ms.
    assertThat(outlook(15).cost().verifyEfficiency()).isCloseTo(50.0 / 130, within(1e-12));
  }

  @Test
  void allAcceptedGivesTheBestPossibleSpeedup() {
    // 5 tokens in 45 + 50 ms instead of 250 ms.
    assertThat(outlook(4).bestPossible()).isCloseTo(250.0 / 95, within(1e-12));
    // 8 tokens in 75 + 50 ms; from there on each costs 10 ms more to check.
    assertThat(FIGURES.best().orElseThrow().draftTokens()).isEqualTo(7);
    assertThat(FIGURES.best().orElseThrow().bestPossible()).isCloseTo(400.0 / 125, within(1e-12));
  }

  @Test
  void atItsBreakEvenAlphaSpeculationNeitherGainsNorLoses() {
    assertThat(FIGURES.outlooks())
        .hasSize(15)
        .allSatisfy(
            outlook ->
                assertThat(outlook.predicted(outlook.breakEvenAlpha())).isCloseTo(1, within(1e-9)));
    // One token drafted: 1 + alpha tokens in 15 + 50 ms, even with 50 ms for one at alpha = 0.3.
    assertThat(outlook(1).breakEvenAlpha()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void fewerTokensAreBestAtALowerAcceptance() {
    // 1 + alpha in 65 ms against 1 + alpha + alpha^2 in 75 ms: even at alpha = 0.4766.
    assertThat(FIGURES.best(0.47).orElseThrow().draftTokens()).isEqualTo(1);
    assertThat(FIGURES.best(0.48).orElseThrow().draftTokens()).isGreaterThan(1);
    assertThat(FIGURES.best(Double.NaN)).isEmpty();
  }

  private static Outlook outlook(int draftTokens) {
    return FIGURES.outlooks().get(draftTokens - 1);
  }
}
