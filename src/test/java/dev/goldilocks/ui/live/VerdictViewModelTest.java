package dev.goldilocks.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Drift;
import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.bench.Weights;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictViewModelTest {

  private final VerdictViewModel verdict =
      new VerdictViewModel(new Texts(Locale.ENGLISH), new FigureFormat(Locale.ENGLISH));

  @Test
  void withNoFiguresItSaysNothing() {
    assertThat(verdict.speedupProperty().get()).isEqualTo("–");
    assertThat(verdict.sentenceProperty().get()).isEmpty();
  }

  @Test
  void anIntervalOverOneIsFaster() {
    show(List.of(result(4, 1.432, 1.384, 1.489)));
    assertThat(verdict.speedupProperty().get()).isEqualTo("1.43×");
    assertThat(verdict.intervalProperty().get()).isEqualTo("[1.38, 1.49]");
    assertThat(verdict.sentenceProperty().get())
        .isEqualTo(
            "Faster at K = 4; why cannot be known without the times of draft and verification.");
    assertThat(verdict.pairsProperty().get()).isEqualTo("120 pairs");
    assertThat(verdict.interpretationProperty().get()).isEqualTo(Interpretation.FASTER);
  }

  @Test
  void onePairIsNotCalledPairs() {
    show(List.of(result(4, new Interval(1.4, Double.NaN, Double.NaN, 1))));
    assertThat(verdict.pairsProperty().get()).isEqualTo("1 pair");
  }

  @Test
  void anIntervalUnderOneIsSlower() {
    show(List.of(result(4, 0.4, 0.38, 0.42)));
    assertThat(verdict.sentenceProperty().get()).startsWith("Slower at K = 4");
  }

  @Test
  void anIntervalThatHoldsOneIsNoDifference() {
    show(List.of(result(4, 1.02, 0.97, 1.07)));
    assertThat(verdict.sentenceProperty().get()).startsWith("No significant difference at K = 4");
  }

  @Test
  void withoutAnIntervalItSaysWhy() {
    show(List.of(result(4, 1.4, Double.NaN, Double.NaN)));
    assertThat(verdict.intervalProperty().get()).isEmpty();
    assertThat(verdict.sentenceProperty().get())
        .startsWith("1.40× at K = 4 from 120 pairs on too few prompts");
  }

  @Test
  void whatWouldChangeItStandsBelow() {
    RunResult unknown = result(4, 0.4, 0.38, 0.42);
    RunResult known =
        new RunResult(
            4,
            unknown.speedup(),
            0,
            unknown.baseline(),
            unknown.speculative(),
            unknown.acceptanceRate(),
            unknown.acceptanceByPosition(),
            unknown.meanAcceptanceLength(),
            unknown.alpha(),
            0,
            unknown.lossless(),
            new Ledger(30, 20, 8, 1, 0.5, 0.5));

    show(List.of(unknown));
    assertThat(verdict.flipProperty().get()).isEmpty();

    show(List.of(known));
    assertThat(verdict.sentenceProperty().get())
        .isEqualTo(
            "Slower at K = 4: drafting a token takes 1.06 of a target step (were it free: 1.38×).");
    assertThat(verdict.flipProperty().get()).startsWith("No acceptance pays at these costs, ");
  }

  @Test
  void theOtherFiguresStandBesideIt() {
    show(List.of(result(4, 1.43, 1.38, 1.49)));
    assertThat(
            List.of(
                verdict.baselineProperty().get(),
                verdict.speculativeProperty().get(),
                verdict.acceptanceProperty().get(),
                verdict.acceptanceLengthProperty().get(),
                verdict.losslessProperty().get()))
        .containsExactly("212", "303", "71.3 %", "3.11", "119 of 120");
  }

  @Test
  void alphaFirstTokensAndDriftStandBesideIt() {
    Drift drift =
        new Drift(new Interval(1.02, 0.98, 1.06, 30), new Interval(0.997, 0.981, 1.01, 30));
    verdict.show(
        List.of(result(4, 1.43, 1.38, 1.49)),
        new Steadiness(drift, new StepSpread(0.96, 1.2)),
        List.of(),
        Optional.empty(),
        Weights.TRAINED);
    assertThat(
            List.of(
                verdict.alphaProperty().get(),
                verdict.baselineFirstProperty().get(),
                verdict.speculativeFirstProperty().get(),
                verdict.machineDriftProperty().get(),
                verdict.speedupDriftProperty().get(),
                verdict.stepSpreadProperty().get()))
        .containsExactly(
            "0.730",
            "12.0",
            "14.0",
            "1.02× [0.980, 1.06]",
            "0.997× [0.981, 1.01]",
            // 1.2 / 0.96
            "1.25×");
  }

  @Test
  void aRunTooShortToTellHasNeitherDriftNorSpread() {
    show(List.of(result(4, 1.43, 1.38, 1.49)));
    assertThat(verdict.machineDriftProperty().get()).isEqualTo("–");
    assertThat(verdict.stepSpreadProperty().get()).isEqualTo("–");
  }

  @Test
  void ofSeveralKTheFastestIsShown() {
    show(List.of(result(2, 1.2, 1.1, 1.3), result(4, 1.5, 1.4, 1.6)));
    assertThat(verdict.shownProperty().get().orElseThrow().draftTokens()).hasValue(4);
  }

  @Test
  void aKThatPeoplePickStaysWhenFiguresChange() {
    show(List.of(result(2, 1.2, 1.1, 1.3), result(4, 1.5, 1.4, 1.6)));
    verdict.pickedProperty().set(Optional.of(new DraftLength.Fixed(2)));
    show(List.of(result(2, 1.25, 1.2, 1.3), result(4, 1.5, 1.4, 1.6)));
    assertThat(verdict.speedupProperty().get()).isEqualTo("1.25×");
  }

  @Test
  void aNewRunStartsWithoutAPickedK() {
    show(List.of(result(2, 1.2, 1.1, 1.3), result(4, 1.5, 1.4, 1.6)));
    verdict.pickedProperty().set(Optional.of(new DraftLength.Fixed(2)));
    verdict.clear();
    assertThat(verdict.pickedProperty().get()).isEmpty();
    assertThat(verdict.shownProperty().get()).isEmpty();
  }

  @Test
  void aRunThatWasNotSteadyIsNotSimplyFaster() {
    Interval fourteenTimes = new Interval(14, 12, 16, 30);
    verdict.show(
        List.of(result(4, 1.4, 1.3, 1.5)),
        new Steadiness(new Drift(fourteenTimes, Drift.UNKNOWN.speedup()), StepSpread.UNKNOWN),
        List.of(),
        Optional.empty(),
        Weights.TRAINED);

    assertThat(verdict.sentenceProperty().get())
        .startsWith("Faster at K = 4")
        .contains(" The machine was not steady (from the first third")
        .endsWith("; that changes no verdict).");
  }

  @Test
  void aRunOfADisturbedMachineIsNeitherFasterNorSlower() {
    verdict.show(
        List.of(result(4, 1.4, 1.3, 1.5)),
        new Steadiness(Drift.UNKNOWN, new StepSpread(0.9, 3.2)),
        List.of(),
        Optional.empty(),
        Weights.TRAINED);

    assertThat(verdict.interpretationProperty().get()).isEqualTo(Interpretation.DISTURBED);
    assertThat(verdict.speedupProperty().get()).isEqualTo("1.40×");
  }

  @Test
  void aRunOfRandomWeightsIsTimingOnlyWhileItGoesOn() {
    verdict.show(
        List.of(result(4, 1.4, 1.3, 1.5)),
        Steadiness.UNKNOWN,
        List.of(),
        Optional.empty(),
        Weights.RANDOM);

    assertThat(verdict.interpretationProperty().get()).isEqualTo(Interpretation.TIMING_ONLY);
    assertThat(verdict.sentenceProperty().get())
        .isEqualTo(
            "1.40× at K = 4 is timing only: the weights are random, so acceptance means nothing,"
                + " and the speedup with it.");
  }

  private void show(List<RunResult> results) {
    verdict.show(results, Steadiness.UNKNOWN, List.of(), Optional.empty(), Weights.TRAINED);
  }

  private static RunResult result(int k, double speedup, double low, double high) {
    return result(k, new Interval(speedup, low, high, 120));
  }

  private static RunResult result(int k, Interval speedup) {
    return new RunResult(
        k,
        speedup,
        0,
        new SideFigures(212.4, 12, Double.NaN),
        new SideFigures(303.1, 14, Double.NaN),
        0.7125,
        List.of(0.8, 0.6),
        3.11,
        0.73,
        1_500_000_000L,
        Optional.of(new Lossless(119, 1)),
        Ledger.UNKNOWN);
  }
}
