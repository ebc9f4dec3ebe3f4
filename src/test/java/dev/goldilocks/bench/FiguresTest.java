package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1);

  @Test
  void aRunOfOnePairByHand() {
    // K = 2 and 6 tokens: one from the prompt, 3 from a round accepted whole, 1 from a round that
    // could draft only one and saw it rejected, 1 from a round that could draft none.
    PairSample pair =
        new PairSample(
            Samples.plan(0, "a", 2),
            10,
            Samples.plain(5, 100_000_000),
            Samples.side(
                Samples.round(2, 2, 3, 20_000_000),
                Samples.round(1, 0, 1, 15_000_000),
                Samples.round(0, 0, 1, 5_000_000)),
            new TextComparison.Identical());

    assertThat(Figures.results(List.of(pair), 6, 77, BOOTSTRAP))
        .containsExactly(
            new RunResult(
                2,
                new Interval(2.5, Double.NaN, Double.NaN, 1),
                0,
                new SideFigures(50, 5, 0.105),
                new SideFigures(125, 6, 0.046),
                2.0 / 3,
                List.of(0.5, 1.0),
                3,
                2.0 / 3,
                77,
                Optional.of(new Lossless(1, 0)),
                new Ledger(20, 5, 15, Double.NaN, 0, 0)));
  }

  @Test
  void aTextCutAtAStopIdDoesNotPullTheMeanAcceptanceLengthDown() {
    // The target accepted all of 4, but the second of them ended the text.
    RunResult result = result(4, 64, Samples.side(Samples.round(4, 4, 2, 1_000)));

    assertThat(result.meanAcceptanceLength()).isEqualTo(5);
    assertThat(result.acceptanceRate()).isEqualTo(1);
  }

  @Test
  void aRoundWithoutAGuessCountsAsOneToken() {
    // The drafter had none, although the limit left room for 4.
    RunResult result =
        result(4, 64, Samples.side(Samples.round(0, 0, 1, 1_000), Samples.round(4, 2, 3, 1_000)));

    assertThat(result.meanAcceptanceLength()).isEqualTo(2);
    assertThat(result.acceptanceRate()).isEqualTo(0.5);
    assertThat(result.acceptanceByPosition()).containsExactly(1.0, 1.0, 0.0, 0.0);
    assertThat(result.alpha()).isEqualTo(2.0 / 3);
  }

  @Test
  void whatWasNeverDraftedIsUndefined() {
    RunResult result = result(4, 2, Samples.side(Samples.round(0, 0, 1, 1_000)));

    assertThat(result.acceptanceRate()).isNaN();
    assertThat(result.alpha()).isNaN();
    assertThat(result.meanAcceptanceLength()).isNaN();
    assertThat(result.acceptanceByPosition()).isEmpty();
  }

  /**
   * Rounds with independent acceptances of a known probability a: the expected number of tokens a
   * round is (1 - a^(K+1)) / (1 - a) (Leviathan et al. 2023, equation 1), position i is accepted
   * with probability a^i, and the estimated alpha is a. The limit cuts every text's last rounds
   * short, which must bias none of them.
   */
  @ParameterizedTest(name = "alpha {0}, K {1}")
  @CsvSource({"0.8, 5, 3.69", "0.9, 2, 2.71", "0.9, 10, 6.86", "0.5, 4, 1.94", "0.2, 1, 1.2"})
  void roundsOfAKnownAcceptanceGiveTheExpectedFigures(
      double alpha, int draftTokens, double expectedLength) {
    int maxNewTokens = 24;
    SplittableRandom random = new SplittableRandom(5);
    List<PairSample> pairs = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      pairs.add(
          new PairSample(
              Samples.plan(i, "p", draftTokens),
              10,
              Samples.plain(maxNewTokens - 1, 1_000),
              simulated(alpha, draftTokens, maxNewTokens, random),
              new TextComparison.Identical()));
    }

    RunResult result =
        Figures.result(
            new DraftLength.Fixed(draftTokens), pairs, maxNewTokens, 0, new Bootstrap(100, 1));

    // 4,000 texts have some 20,000 uncut rounds; a length has a standard deviation under 3.6.
    assertThat(result.meanAcceptanceLength()).isCloseTo(expectedLength, within(0.06));
    assertThat(result.alpha()).isCloseTo(alpha, within(0.01));
    for (int i = 0; i < draftTokens; i++) {
      assertThat(result.acceptanceByPosition().get(i))
          .isCloseTo(Math.pow(alpha, i + 1), within(0.015));
    }
  }

  @Test
  void ratesArePooledAndTimesToTheFirstTokenAreMedians() {
    List<PairSample> pairs =
        List.of(
            timed(0, 10, 1_000_000_000L, 1_000_000),
            timed(1, 30, 1_000_000_000L, 9_000_000),
            timed(2, 40, 2_000_000_000L, 2_000_000));

    RunResult result = Figures.result(new DraftLength.Fixed(4), pairs, 64, 0, BOOTSTRAP);

    // 80 tokens in 4 seconds, not the mean of 10, 30 and 20 tokens/s; the prompts took 12 ms.
    assertThat(result.baseline()).isEqualTo(new SideFigures(20, 2, 4.012));
  }

  @Test
  void theSpeedupIsTheGeometricMeanOverPairs() {
    List<PairSample> pairs =
        List.of(
            Samples.pair(0, "a", 4, 10, 4_000, 1_000),
            Samples.pair(1, "b", 4, 10, 1_000, 1_000),
            Samples.pair(2, "c", 4, 10, 2_000, 1_000));

    Interval speedup = Figures.speedup(pairs, BOOTSTRAP);

    assertThat(speedup.value()).isCloseTo(2, within(1e-12));
    assertThat(speedup.pairs()).isEqualTo(3);
  }

  @Test
  void pairsOnOnePromptAreOneFactAboutPrompts() {
    // Eight prompts, each measured three times with the same result.
    List<PairSample> repeated = new ArrayList<>();
    List<PairSample> once = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      once.add(Samples.pair(i, "p" + i, 4, 10, 1_000 + 200 * i, 1_000));
      for (int repeat = 0; repeat < 3; repeat++) {
        repeated.add(Samples.pair(3 * i + repeat, "p" + i, 4, 10, 1_000 + 200 * i, 1_000));
      }
    }

    Interval of24 = Figures.speedup(repeated, BOOTSTRAP);
    Interval of8 = Figures.speedup(once, BOOTSTRAP);

    assertThat(of24.low()).isCloseTo(of8.low(), within(1e-9));
    assertThat(of24.high()).isCloseTo(of8.high(), within(1e-9));
    assertThat(of24.pairs()).isEqualTo(24);
  }

  @Test
  void aSinglePromptHasAnIntervalOverItsPairs() {
    List<PairSample> pairs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pairs.add(Samples.pair(i, "only", 4, 10, 1_000 + 200 * i, 1_000));
    }

    Interval speedup = Figures.speedup(pairs, BOOTSTRAP);

    assertThat(speedup.low()).isBetween(1.0, speedup.value());
    assertThat(speedup.high()).isBetween(speedup.value(), 2.4);
  }

  @Test
  void aPairThatEndedWithItsFirstTokenIsLeftOutAndCounted() {
    PairSample ended =
        new PairSample(
            Samples.plan(1, "b", 4),
            10,
            Samples.plain(10, 1_000),
            Samples.side(),
            new TextComparison.NotCompared());

    RunResult result =
        Figures.result(
            new DraftLength.Fixed(4),
            List.of(Samples.pair(0, "a", 4, 10, 3_000, 1_000), ended),
            64,
            0,
            BOOTSTRAP);

    assertThat(result.speedup().value()).isCloseTo(3, within(1e-12));
    assertThat(result.speedup().pairs()).isEqualTo(1);
    assertThat(result.pairsLeftOut()).isEqualTo(1);
  }

  @Test
  void identicalAndDivergedTextsAreCounted() {
    assertThat(
            lossless(
                new TextComparison.Identical(),
                new TextComparison.Diverged(3, 0.01),
                new TextComparison.Identical()))
        .contains(new Lossless(2, 1));
  }

  @Test
  void sampledTextsAreNotCounted() {
    assertThat(lossless(new TextComparison.NotCompared())).isEmpty();
  }

  @Test
  void eachKHasItsOwnFiguresInAscendingOrder() {
    List<PairSample> pairs =
        List.of(
            Samples.pair(0, "a", 8, 10, 3_000, 1_000),
            Samples.pair(1, "a", 2, 10, 1_000, 1_000),
            Samples.pair(2, "b", 8, 10, 3_000, 1_000));

    List<RunResult> results = Figures.results(pairs, 64, 0, BOOTSTRAP);

    assertThat(results).extracting(result -> result.draftTokens().getAsInt()).containsExactly(2, 8);
    assertThat(results).extracting(result -> result.speedup().pairs()).containsExactly(1, 2);
    assertThat(results.getLast())
        .isEqualTo(
            Figures.result(
                new DraftLength.Fixed(8), List.of(pairs.get(0), pairs.get(2)), 64, 0, BOOTSTRAP));
  }

  private static RunResult result(int draftTokens, int maxNewTokens, SideSample speculative) {
    return Figures.result(
        new DraftLength.Fixed(draftTokens),
        List.of(
            new PairSample(
                Samples.plan(0, "a", draftTokens),
                10,
                Samples.plain(1, 1_000),
                speculative,
                new TextComparison.NotCompared())),
        maxNewTokens,
        0,
        BOOTSTRAP);
  }

  private static Optional<Lossless> lossless(TextComparison... comparisons) {
    List<PairSample> pairs = new ArrayList<>();
    for (TextComparison comparison : comparisons) {
      pairs.add(
          new PairSample(
              Samples.plan(pairs.size(), "a", 4),
              10,
              Samples.plain(1, 1_000),
              Samples.side(Samples.round(0, 0, 1, 1_000)),
              comparison));
    }
    return Figures.result(new DraftLength.Fixed(4), pairs, 64, 0, BOOTSTRAP).lossless();
  }

  private static PairSample timed(int index, int tokens, long nanos, long prefillNanos) {
    Generation text =
        new Generation(
            Collections.nCopies(tokens + 1, 7),
            prefillNanos,
            List.of(new Step.Plain(Collections.nCopies(tokens, 7), nanos)));
    return new PairSample(
        Samples.plan(index, "p" + index, 4),
        10,
        new SideSample(text, ""),
        Samples.side(Samples.round(0, 0, tokens, nanos)),
        new TextComparison.Identical());
  }

  private static SideSample simulated(
      double alpha, int draftTokens, int maxNewTokens, SplittableRandom random) {
    List<Step> rounds = new ArrayList<>();
    int remaining = maxNewTokens - 1;
    while (remaining > 0) {
      int drafted = Math.min(draftTokens, remaining - 1);
      int accepted = 0;
      while (accepted < drafted && random.nextDouble() < alpha) {
        accepted++;
      }
      rounds.add(Samples.round(drafted, accepted, accepted + 1, 1_000));
      remaining -= accepted + 1;
    }
    return Samples.side(rounds.toArray(Step[]::new));
  }
}
