package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.decode.ManualClock;
import dev.goldilocks.decode.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunProgressTest {

  private static final RunSpec SPEC = Samples.spec(List.of(2, 4), 64);
  private static final long MILLISECOND = 1_000_000;

  private static final PairPlan FIRST = Samples.plan(0, "a", 4);
  private static final PairPlan SECOND = Samples.plan(1, "b", 2);

  private final ManualClock clock = new ManualClock();
  private final RunProgress progress = new RunProgress(SPEC, clock);

  @Test
  void anEventStandsWhereItHappenedNotWhereItWasHeardOf() {
    progress.starting();
    clock.advance(5_000 * MILLISECOND);
    progress.accept(new RunEvent.MemoryRead(0, 7_000), Duration.ofSeconds(2));
    progress.accept(new RunEvent.MemoryRead(0, 8_000), Duration.ofDays(1));
    assertThat(progress.snapshot().memory())
        .containsExactly(new MemoryPoint(3_000, 7_000), new MemoryPoint(0, 8_000));
  }

  @Test
  void aQueuedRunHasNothingToShow() {
    clock.advance(900 * MILLISECOND);

    assertThat(progress.snapshot())
        .isEqualTo(
            new RunSnapshot(
                RunPhase.QUEUED,
                new RunActivity.Waiting(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                -1,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Steadiness.UNKNOWN,
                List.of(),
                Optional.empty()));
  }

  @Test
  void theCeilingsAreThereOnceTheyAreMeasured() {
    PassLimits limits = new PassLimits(1, 2, 3, 4);
    progress.accept(new RunEvent.Started(Samples.ENVIRONMENT));
    assertThat(progress.snapshot().limits()).isEmpty();

    progress.accept(new RunEvent.CeilingsMeasured(limits));
    assertThat(progress.snapshot().limits()).contains(limits);
  }

  @Test
  void eachPhaseSaysWhatIsGoingOn() {
    List<String> told = new ArrayList<>();
    progress.starting();
    told.add(told());
    for (RunEvent event :
        List.of(
            new RunEvent.Started(Samples.ENVIRONMENT),
            new RunEvent.CeilingsMeasured(new PassLimits(1, 2, 3, 4)),
            new RunEvent.ModelLoaded(Role.TARGET, Samples.TARGET, 40),
            new RunEvent.ModelLoaded(Role.DRAFT, Samples.DRAFT, 20),
            new RunEvent.Planned(List.of(FIRST, SECOND)),
            new RunEvent.WarmingUp(3, 12),
            new RunEvent.SideStarted(0, Side.BASELINE),
            new RunEvent.SideStarted(1, Side.SPECULATIVE),
            new RunEvent.PairMeasured(Samples.pair(0, "a", 4, 10, 2_000, 1_000)),
            new RunEvent.Finished(1))) {
      progress.accept(event);
      told.add(told());
    }

    assertThat(told)
        .containsExactly(
            told(RunPhase.STARTING, new RunActivity.StartingEngine()),
            told(RunPhase.PROBING, new RunActivity.MeasuringCeilings()),
            told(RunPhase.LOADING, new RunActivity.Loading(Role.TARGET)),
            told(RunPhase.LOADING, new RunActivity.Loading(Role.DRAFT)),
            told(RunPhase.LOADING, new RunActivity.Planning()),
            told(RunPhase.LOADING, new RunActivity.Planning()),
            told(RunPhase.WARMING_UP, new RunActivity.WarmingUp(3, 12)),
            told(RunPhase.MEASURING, new RunActivity.Measuring(Side.BASELINE, 1, 2)),
            told(RunPhase.MEASURING, new RunActivity.Measuring(Side.SPECULATIVE, 2, 2)),
            told(RunPhase.MEASURING, new RunActivity.Measuring(Side.SPECULATIVE, 2, 2)),
            told(RunPhase.FINISHED, new RunActivity.Finished(1, 2)));
  }

  @Test
  void aFailureIsToldInItsOwnSentence() {
    measureOnePairIn(1_000);
    progress.accept(new RunEvent.Failed("The engine died.", FailureKind.ENGINE));

    assertThat(told()).isEqualTo(told(RunPhase.FAILED, new RunActivity.Failed("The engine died.")));
    assertThat(progress.snapshot().results()).hasSize(1);
  }

  @Test
  void aRunCancelledInItsWarmUpSaysHowManyPairsItWasToMeasure() {
    progress.accept(new RunEvent.Planned(List.of(FIRST)));
    progress.accept(new RunEvent.WarmingUp(0, 12));
    progress.accept(new RunEvent.Cancelled());

    assertThat(told()).isEqualTo(told(RunPhase.CANCELLED, new RunActivity.Cancelled(0, 1)));
  }

  @Test
  void aRunCancelledBeforeItsPlanNamesNoPairs() {
    progress.accept(new RunEvent.Cancelled());

    assertThat(told()).isEqualTo(told(RunPhase.CANCELLED, new RunActivity.Cancelled(0, 0)));
  }

  @Test
  void aCancelledRunKeepsWhatItHas() {
    measureOnePairIn(1_000);
    progress.accept(new RunEvent.Cancelled());

    assertThat(told()).isEqualTo(told(RunPhase.CANCELLED, new RunActivity.Cancelled(1, 2)));
    assertThat(progress.snapshot().results()).hasSize(1);
    assertThat(progress.snapshot().current()).isEmpty();
    assertThat(progress.snapshot().currentSide()).isEmpty();
  }

  @Test
  void aRoundsTimeIsShownWhileTheTextIsWritten() {
    progress.accept(new RunEvent.Planned(List.of(FIRST)));
    progress.accept(new RunEvent.SideStarted(0, Side.BASELINE));
    step(Side.BASELINE, Samples.plain(3, 9_000_000).generation().steps().getFirst());
    progress.accept(new RunEvent.SideStarted(0, Side.SPECULATIVE));
    step(Side.SPECULATIVE, Samples.round(4, 1, 2, 4_000_000));
    step(Side.SPECULATIVE, Samples.round(4, 4, 5, 8_000_000));

    assertThat(progress.snapshot().ledgers())
        .containsExactly(
            new RoundLedger(new DraftLength.Fixed(4), new Ledger(6, 1.5, 4.5, Double.NaN, 0, 0)));
  }

  @Test
  void theLastLedgerIsThatOfTheFigures() {
    // 64 new tokens: the last round has room for two, so that it says nothing about K = 4.
    List<Step> steps =
        List.of(
            Samples.round(4, 3, 4, 4_000_000),
            Samples.round(4, 4, 57, 8_000_000),
            Samples.round(1, 1, 2, 99_000_000));
    progress.accept(new RunEvent.Planned(List.of(FIRST)));
    progress.accept(new RunEvent.SideStarted(0, Side.SPECULATIVE));
    steps.forEach(step -> step(Side.SPECULATIVE, step));
    progress.accept(
        new RunEvent.PairMeasured(
            new PairSample(
                FIRST,
                10,
                Samples.plain(63, 9_000_000),
                Samples.side(steps.toArray(Step[]::new)),
                new TextComparison.Identical())));

    RunSnapshot snapshot = progress.snapshot();
    assertThat(snapshot.ledgers())
        .containsExactly(
            new RoundLedger(new DraftLength.Fixed(4), snapshot.results().getFirst().ledger()));
    assertThat(snapshot.ledgers().getFirst().ledger().roundMs()).isEqualTo(6);
  }

  @Test
  void eachCategoryHasTheSpeedupOfItsOwnPairs() {
    progress.accept(new RunEvent.PairMeasured(pair(0, "code", 4, 2_000, 1_000)));
    progress.accept(new RunEvent.PairMeasured(pair(1, "prose", 4, 1_000, 2_000)));
    progress.accept(new RunEvent.PairMeasured(pair(2, "code", 4, 8_000, 1_000)));
    progress.accept(new RunEvent.PairMeasured(pair(3, "code", 6, 3_000, 1_000)));

    // Four times is the geometric mean of two and eight times.
    assertThat(progress.snapshot().categories())
        .extracting(
            CategorySpeedup::length,
            CategorySpeedup::category,
            category -> Math.rint(category.speedup().value() * 1e9) / 1e9)
        .containsExactly(
            tuple(new DraftLength.Fixed(4), "code", 4.0),
            tuple(new DraftLength.Fixed(4), "prose", 0.5),
            tuple(new DraftLength.Fixed(6), "code", 3.0));
  }

  private static PairSample pair(
      int index, String category, int draftTokens, long baseline, long speculative) {
    PairSample sample = Samples.pair(index, "q" + index, draftTokens, 10, baseline, speculative);
    Prompt prompt = new Prompt("q" + index, category, "text");
    PairPlan plan = sample.plan();
    return new PairSample(
        new PairPlan(plan.index(), prompt, plan.length(), plan.repeat(), plan.first()),
        sample.promptTokens(),
        sample.baseline(),
        sample.speculative(),
        sample.comparison());
  }

  @Test
  void theTargetComesFirstWhicheverIsLoadedFirst() {
    progress.accept(new RunEvent.ModelLoaded(Role.DRAFT, Samples.DRAFT, 20));
    progress.accept(new RunEvent.ModelLoaded(Role.TARGET, Samples.TARGET, 40));

    assertThat(progress.snapshot().models()).containsExactly(Samples.TARGET, Samples.DRAFT);
  }

  @Test
  void theSideBeingMeasuredIsShownWithItsTextByOrigin() {
    progress.accept(new RunEvent.Planned(List.of(FIRST, SECOND)));
    progress.accept(new RunEvent.SideStarted(0, Side.BASELINE));
    progress.accept(new RunEvent.FirstToken(0, Side.BASELINE, 3, "gone", 9));
    progress.accept(new RunEvent.SideStarted(1, Side.SPECULATIVE));
    progress.accept(new RunEvent.FirstToken(1, Side.SPECULATIVE, 3, "int", 9));
    progress.accept(
        new RunEvent.Stepped(
            1,
            Side.SPECULATIVE,
            Samples.round(2, 1, 2, 1_000),
            List.of(
                new TextPiece(TextPiece.Origin.ACCEPTED, " i"),
                new TextPiece(TextPiece.Origin.CORRECTED, " ="))));

    RunSnapshot snapshot = progress.snapshot();
    assertThat(snapshot.current()).contains(SECOND);
    assertThat(snapshot.currentSide()).contains(Side.SPECULATIVE);
    assertThat(snapshot.text())
        .containsExactly(
            new TextPiece(TextPiece.Origin.TARGET, "int"),
            new TextPiece(TextPiece.Origin.ACCEPTED, " i"),
            new TextPiece(TextPiece.Origin.CORRECTED, " ="));
  }

  @Test
  void speedAndAcceptanceAreAveragedOverFourSteps() {
    progress.accept(new RunEvent.Planned(List.of(FIRST)));
    progress.accept(new RunEvent.SideStarted(0, Side.SPECULATIVE));
    for (int accepted : new int[] {4, 0, 2, 2, 1}) {
      clock.advance(20 * MILLISECOND);
      step(Side.SPECULATIVE, Samples.round(4, accepted, accepted + 1, 10 * MILLISECOND));
    }
    progress.accept(new RunEvent.SideStarted(0, Side.BASELINE));
    clock.advance(50 * MILLISECOND);
    step(Side.BASELINE, new Step.Plain(Collections.nCopies(8, 7), 40 * MILLISECOND));

    // 12 tokens in 40 ms, then 2 in 10 ms; 8 of 16 accepted, then 1 of 4.
    assertThat(progress.snapshot().rates())
        .containsExactly(
            new RatePoint(80, Side.SPECULATIVE, 300),
            new RatePoint(100, Side.SPECULATIVE, 200),
            new RatePoint(150, Side.BASELINE, 200));
    assertThat(progress.snapshot().acceptance())
        .containsExactly(new AcceptancePoint(80, 0.5), new AcceptancePoint(100, 0.25));
  }

  @Test
  void aRoundThatDraftedNothingSaysNothingOfAcceptance() {
    progress.accept(new RunEvent.SideStarted(0, Side.SPECULATIVE));
    step(Side.SPECULATIVE, Samples.round(0, 0, 1, 1_000));

    assertThat(progress.snapshot().acceptance()).isEmpty();
  }

  @Test
  void memoryIsShownAsItWasReadByTheClockOfTheRun() {
    progress.starting();
    clock.advance(400 * MILLISECOND);
    progress.accept(new RunEvent.MemoryRead(100, 5_000));
    clock.advance(100 * MILLISECOND);
    progress.accept(new RunEvent.MemoryRead(200, 4_000));

    assertThat(progress.snapshot().memory())
        .containsExactly(new MemoryPoint(400, 5_000), new MemoryPoint(500, 4_000));
  }

  @Test
  void whenModelsWereLoadedAndMeasuringBeganIsKept() {
    progress.starting();
    clock.advance(300 * MILLISECOND);
    progress.accept(new RunEvent.ModelLoaded(Role.TARGET, Samples.TARGET, 40));
    clock.advance(20 * MILLISECOND);
    progress.accept(new RunEvent.ModelLoaded(Role.DRAFT, Samples.DRAFT, 20));
    clock.advance(500 * MILLISECOND);
    progress.accept(new RunEvent.SideStarted(0, Side.BASELINE));
    clock.advance(500 * MILLISECOND);
    progress.accept(new RunEvent.SideStarted(0, Side.SPECULATIVE));

    assertThat(progress.snapshot().milestones())
        .containsExactly(
            new Milestone(Milestone.Kind.TARGET_LOADED, 300),
            new Milestone(Milestone.Kind.DRAFT_LOADED, 320),
            new Milestone(Milestone.Kind.WARMED_UP, 820));
  }

  @Test
  void allSeriesGoByTheClockOfTheRun() {
    progress.starting();
    clock.advance(300 * MILLISECOND);
    progress.accept(new RunEvent.SideStarted(0, Side.SPECULATIVE));
    clock.advance(10 * MILLISECOND);
    step(Side.SPECULATIVE, Samples.round(4, 2, 3, 10 * MILLISECOND));

    assertThat(progress.snapshot().rates()).extracting(RatePoint::millis).containsExactly(310L);
    assertThat(progress.snapshot().acceptance())
        .extracting(AcceptancePoint::millis)
        .containsExactly(310L);
  }

  @Test
  void theTimeLeftIsThatOfThePairsDone() {
    progress.accept(new RunEvent.Planned(Collections.nCopies(5, FIRST)));
    progress.accept(new RunEvent.SideStarted(0, Side.BASELINE));
    assertThat(progress.snapshot().remainingMillis()).isEqualTo(-1);

    clock.advance(3_000 * MILLISECOND);
    progress.accept(new RunEvent.PairMeasured(Samples.pair(0, "a", 4, 10, 2_000, 1_000)));
    clock.advance(1_000 * MILLISECOND);
    progress.accept(new RunEvent.PairMeasured(Samples.pair(1, "b", 4, 10, 2_000, 1_000)));
    // Two pairs in 4 s: three more in 6.
    assertThat(progress.snapshot().remainingMillis()).isEqualTo(6_000);

    clock.advance(500 * MILLISECOND);
    assertThat(progress.snapshot().remainingMillis()).isEqualTo(5_500);
    clock.advance(9_000 * MILLISECOND);
    assertThat(progress.snapshot().remainingMillis()).isZero();
  }

  @Test
  void timeIsCountedFromTheStartToTheEnd() {
    clock.advance(700 * MILLISECOND);
    progress.starting();
    clock.advance(200 * MILLISECOND);
    assertThat(progress.snapshot().elapsedMillis()).isEqualTo(200);

    progress.accept(new RunEvent.Started(Samples.ENVIRONMENT));
    clock.advance(100 * MILLISECOND);
    progress.accept(new RunEvent.Cancelled());
    clock.advance(100 * MILLISECOND);
    assertThat(progress.snapshot().elapsedMillis()).isEqualTo(300);
    assertThat(progress.snapshot().remainingMillis()).isZero();
  }

  @Test
  void figuresAppearPairByPairAndEndAsThoseOfTheRecord() {
    List<PairSample> pairs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pairs.add(Samples.pair(i, "p" + i, i % 2 == 0 ? 4 : 2, 10, 1_000 + 100 * i, 1_000));
    }
    RunAssembler assembler = new RunAssembler(Samples.header(SPEC));
    List<RunEvent> events = new ArrayList<>();
    events.add(new RunEvent.Started(Samples.ENVIRONMENT));
    events.add(new RunEvent.ModelLoaded(Role.TARGET, Samples.TARGET, 40));
    events.add(new RunEvent.ModelLoaded(Role.DRAFT, Samples.DRAFT, 20));
    events.add(new RunEvent.Planned(pairs.stream().map(PairSample::plan).toList()));
    pairs.forEach(pair -> events.add(new RunEvent.PairMeasured(pair)));

    events.forEach(progress::accept);
    List<RunResult> live = progress.snapshot().results();
    assertThat(live).extracting(result -> result.draftTokens().getAsInt()).containsExactly(2, 4);
    assertThat(live.getFirst().speedup().pairs()).isEqualTo(4);
    assertThat(live.getFirst().speedup().value())
        .isCloseTo(Math.pow(1.1 * 1.3 * 1.5 * 1.7, 0.25), within(1e-12));

    events.add(new RunEvent.Finished(55));
    progress.accept(events.getLast());
    events.forEach(assembler::accept);
    assertThat(progress.snapshot().results()).isEqualTo(assembler.record().orElseThrow().results());
  }

  @Test
  void aMachineThatGrowsFasterIsSeenAsTheRunGoesOn() {
    List<PairSample> pairs =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    Samples.pair(
                        i, "p" + i, 4, 10, 1_000_000 - 50_000L * i, 1_000_000 - 50_000L * i))
            .toList();

    pairs.forEach(pair -> progress.accept(new RunEvent.PairMeasured(pair)));

    assertThat(progress.snapshot().steadiness()).isEqualTo(Steadiness.of(pairs));
    assertThat(progress.snapshot().steadiness().drift().machineDrifted()).isTrue();
  }

  @Test
  void aLongRunStaysSmall() {
    progress.accept(new RunEvent.Planned(List.of(FIRST)));
    for (Side side : Side.values()) {
      progress.accept(new RunEvent.SideStarted(0, side));
      for (int i = 0; i < 10_000; i++) {
        clock.advance(MILLISECOND);
        step(side, Samples.round(4, i % 5, 1 + i % 5, MILLISECOND));
        progress.accept(new RunEvent.MemoryRead(i, i));
      }
    }

    RunSnapshot snapshot = progress.snapshot();
    assertThat(snapshot.rates()).hasSizeBetween(250, 500);
    assertThat(snapshot.acceptance()).hasSizeBetween(250, 500);
    assertThat(snapshot.memory()).hasSizeBetween(250, 500);
    assertThat(snapshot.text()).hasSize(500);
    // Every round emits 3 tokens on average, one a millisecond.
    assertThat(snapshot.rates())
        .allSatisfy(point -> assertThat(point.tokensPerSecond()).isCloseTo(3_000, within(200.0)));
    assertThat(snapshot.memory().getLast()).isEqualTo(new MemoryPoint(20_000, 9_999));
  }

  @Test
  void aSideOfAPairThatWasNotPlannedIsShownWithoutAPlan() {
    progress.accept(new RunEvent.SideStarted(3, Side.BASELINE));

    assertThat(progress.snapshot().current()).isEmpty();
  }

  @Test
  void readersSeeWholeSnapshotsWhileEventsArrive() throws ExecutionException, InterruptedException {
    List<PairPlan> plans = Collections.nCopies(2_000, FIRST);
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      Future<Integer> torn =
          reader.submit(
              () -> {
                int found = 0;
                RunSnapshot seen;
                do {
                  seen = progress.snapshot();
                  // The text names the pair whose side is being measured.
                  String text =
                      seen.text().isEmpty()
                          ? seen.activity().toString()
                          : seen.text().getFirst().text();
                  found += seen.activity().toString().equals(text) ? 0 : 1;
                } while (seen.phase() != RunPhase.FINISHED);
                return found;
              });
      progress.accept(new RunEvent.Planned(plans));
      for (int i = 0; i < plans.size(); i++) {
        progress.accept(new RunEvent.SideStarted(i, Side.BASELINE));
        progress.accept(
            new RunEvent.FirstToken(
                i,
                Side.BASELINE,
                1,
                new RunActivity.Measuring(Side.BASELINE, i + 1, 2000).toString(),
                1));
      }
      progress.accept(new RunEvent.SideStarted(0, Side.BASELINE));
      progress.accept(new RunEvent.Finished(1));

      assertThat(torn.get()).isZero();
    }
  }

  private void measureOnePairIn(long milliseconds) {
    progress.accept(new RunEvent.Planned(List.of(FIRST, SECOND)));
    progress.accept(new RunEvent.SideStarted(0, Side.BASELINE));
    clock.advance(milliseconds * MILLISECOND);
    progress.accept(new RunEvent.PairMeasured(Samples.pair(0, "a", 4, 10, 2_000, 1_000)));
  }

  private void step(Side side, Step step) {
    progress.accept(
        new RunEvent.Stepped(0, side, step, List.of(new TextPiece(TextPiece.Origin.TARGET, "x"))));
  }

  private String told() {
    RunSnapshot snapshot = progress.snapshot();
    return told(snapshot.phase(), snapshot.activity());
  }

  private static String told(RunPhase phase, RunActivity activity) {
    return phase + ": " + activity;
  }
}
