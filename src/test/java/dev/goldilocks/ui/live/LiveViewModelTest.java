package dev.goldilocks.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Side;
import dev.goldilocks.bench.TextOwner;
import dev.goldilocks.chart.LiveIntervals;
import dev.goldilocks.chart.LiveRole;
import dev.goldilocks.chart.LiveSeries;
import dev.goldilocks.ui.fake.ScriptedRun;
import dev.goldilocks.ui.fake.ScriptedRunService;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveViewModelTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private static final FigureFormat FIGURES = new FigureFormat(Locale.ENGLISH);

  private final ScriptedRunService service = new ScriptedRunService(Shelves.PROMPTS);
  private final LiveViewModel live =
      new LiveViewModel(new VerdictViewModel(TEXTS, FIGURES), TEXTS, FIGURES);
  private ScriptedRun run;

  @BeforeEach
  void submit() {
    service.submit(Specs.of(12, 4));
    run = service.latest();
  }

  @Test
  void beforeAnyRunItIsEmpty() {
    assertThat(live.stateProperty().get()).isEqualTo(LiveState.EMPTY);
  }

  @Test
  void whileModelsLoadNoPairIsDone() {
    live.watch(run);
    run.playTo(400);
    live.refresh();
    assertThat(live.stateProperty().get()).isEqualTo(LiveState.RUNNING);
    assertThat(live.stepProperty().get()).isEqualTo("Loading the target.");
    assertThat(live.progressProperty().get()).isZero();
    assertThat(live.memoryProperty().get().getFirst().points()).isNotEmpty();
  }

  @Test
  void whilePairsAreMeasuredStepProgressAndTimeLeftAreTold() {
    live.watch(run);
    run.playShare(0.6);
    live.refresh();
    assertThat(live.stepProperty().get())
        .matches("Pair \\d+ of 12 · K = 4 · repeat 1 · (code|javadoc)");
    assertThat(live.progressProperty().get()).isBetween(0.2, 0.8);
    assertThat(live.timeLeftProperty().get()).matches("0:\\d\\d left");
  }

  @Test
  void bothSidesSpeedsAreDrawnWithTheirLatestFigures() {
    live.watch(run);
    run.playShare(0.6);
    live.refresh();
    List<LiveSeries> series = live.ratesProperty().get();
    assertThat(series)
        .extracting(LiveSeries::role)
        .containsExactly(LiveRole.BASELINE, LiveRole.SPECULATIVE);
    // The script's target takes 4.7 ms a token.
    assertThat(series.getFirst().points().getLast().value()).isCloseTo(1000 / 4.7, within(15.0));
    assertThat(live.baselineNowProperty().get())
        .isEqualTo(FIGURES.number(series.getFirst().points().getLast().value()));
    assertThat(live.speculativeNowProperty().get())
        .isEqualTo(FIGURES.number(series.getLast().points().getLast().value()));
  }

  @Test
  void acceptanceByPositionIsThatOfTheKInTheVerdict() {
    live.watch(run);
    run.playShare(0.6);
    live.refresh();
    assertThat(live.positionsProperty().get())
        .isEqualTo(run.snapshot().results().getFirst().acceptanceByPosition())
        .hasSize(4);
    assertThat(live.positionsOfProperty().get()).isEqualTo("K = 4");
  }

  @Test
  void aRoundsTimeIsThatOfTheKInTheVerdict() {
    live.watch(run);
    run.playShare(0.6);
    live.refresh();
    // The script's rounds: four drafted tokens of 0.55 ms, a pass of 4.7 ms and 2 % for each
    // (0.3 ms of it the choice of tokens), 0.15 ms besides, a fifth of it in no reading.
    Ledger ledger = live.ledgerProperty().get();
    assertThat(ledger).isEqualTo(run.snapshot().ledgers().getFirst().ledger());
    assertThat(ledger.draftMs()).isCloseTo(2.2, within(0.2));
    assertThat(ledger.verifyMs()).isCloseTo(4.7 * 1.08 - 0.3, within(0.3));
    assertThat(ledger.acceptanceMs()).isCloseTo(0.3, within(1e-6));
    assertThat(ledger.hostMs()).isCloseTo(0.12, within(0.02));
    assertThat(ledger.residualMs()).isCloseTo(0.03, within(0.005));
    assertThat(live.ledgerOfProperty().get()).matches("A round at K = 4: 7\\.\\d\\d ms");
  }

  @Test
  void atASingleKSpeedupsAreThoseOfTheCategories() {
    live.watch(run);
    run.playToEnd();
    live.refresh();
    SpeedupChart chart = live.speedupsProperty().get();
    assertThat(chart.across()).isEqualTo(SpeedupChart.Across.CATEGORIES);
    assertThat(chart.entries())
        .extracting(LiveIntervals.Entry::name)
        .containsExactlyInAnyOrder("code", "javadoc");
    assertThat(chart.entries())
        .extracting(LiveIntervals.Entry::value)
        .isEqualTo(
            run.snapshot().categories().stream()
                .map(category -> category.speedup().value())
                .toList());
    assertThat(chart.marked()).containsExactlyInAnyOrder("code", "javadoc");
  }

  @Test
  void atSeveralKSpeedupsAreOverKAndThatOfTheVerdictIsMarked() {
    service.submit(Specs.of(4, 2, 4));
    ScriptedRun sweep = service.latest();
    live.watch(sweep);
    sweep.playToEnd();
    live.refresh();
    SpeedupChart chart = live.speedupsProperty().get();
    assertThat(chart.across()).isEqualTo(SpeedupChart.Across.DRAFT_LENGTHS);
    assertThat(chart.entries()).extracting(LiveIntervals.Entry::name).containsExactly("2", "4");
    live.verdict().pickedProperty().set(Optional.of(new DraftLength.Fixed(2)));
    assertThat(live.speedupsProperty().get().marked()).containsExactly("2");
  }

  @Test
  void theTextSaysWhoseItIs() {
    live.watch(run);
    run.playShare(0.6);
    live.refresh();
    assertThat(live.textProperty().get()).isEqualTo(run.snapshot().text()).isNotEmpty();
    assertThat(live.textOfProperty().get()).matches("target (alone|with draft) · \\S+ · \\S+");
  }

  @Test
  void theTextOfARunThatEndedUnwatchedSaysWhoseItIs() {
    live.watch(run);
    run.playShare(0.6);
    live.refresh();
    run.playToEnd();
    live.refresh();
    TextOwner last = run.snapshot().textOf().orElseThrow();
    assertThat(live.textOfProperty().get())
        .isEqualTo(
            (last.side() == Side.BASELINE ? "target alone" : "target with draft")
                + " · "
                + last.plan().prompt().id()
                + " · "
                + last.plan().prompt().category());
    assertThat(last.plan().index()).isEqualTo(11);
  }

  @Test
  void aFinishedRunKeepsItsFiguresAndSaysHowLongItTook() {
    live.watch(run);
    run.playToEnd();
    live.refresh();
    assertThat(live.stateProperty().get()).isEqualTo(LiveState.FINISHED);
    assertThat(live.progressProperty().get()).isEqualTo(1);
    assertThat(live.timeLeftProperty().get())
        .isEqualTo("took " + FIGURES.duration(run.lengthMillis()));
    assertThat(live.verdict().sentenceProperty().get()).startsWith("Faster at K = 4");
  }

  @Test
  void aRunThatFailsBeforeItsPlanNamesNoPairs() {
    live.watch(run);
    run.fail("The model is not there; pick another.");
    live.refresh();
    assertThat(live.stepProperty().get()).isEqualTo("Failed before anything was measured.");
  }

  @Test
  void aFailedRunSaysWhyAndHowFarItCame() {
    live.watch(run);
    run.playShare(0.6);
    run.fail("The engine ran out of memory; pick a smaller model.");
    live.refresh();
    assertThat(live.stateProperty().get()).isEqualTo(LiveState.FAILED);
    assertThat(live.messageProperty().get())
        .isEqualTo("The engine ran out of memory; pick a smaller model.");
    assertThat(live.stepProperty().get()).matches("Failed after \\d+ of 12 pairs\\.");
  }

  @Test
  void lookingAgainAtARunThatHasNotChangedChangesNothing() {
    live.watch(run);
    run.playShare(0.6);
    live.refresh();
    List<Object> changes = new ArrayList<>();
    live.ratesProperty().addListener(changes::add);
    live.textProperty().addListener(changes::add);
    live.memoryProperty().addListener(changes::add);
    live.acceptanceProperty().addListener(changes::add);
    live.verdict().shownProperty().addListener(changes::add);
    live.ledgerProperty().addListener(changes::add);
    live.refresh();
    assertThat(changes).isEmpty();
  }

  @Test
  void theNextRunStartsWithACleanView() {
    live.watch(run);
    run.playToEnd();
    live.refresh();
    service.submit(Specs.of(12, 2));
    live.watch(service.latest());
    assertThat(live.verdict().resultsProperty()).isEmpty();
    assertThat(live.positionsProperty().get()).isEmpty();
    assertThat(live.ledgerProperty().get()).isEqualTo(Ledger.UNKNOWN);
    assertThat(live.textProperty().get()).isEmpty();
  }
}
