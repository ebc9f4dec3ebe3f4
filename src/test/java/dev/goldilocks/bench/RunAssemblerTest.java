package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.TokenText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunAssemblerTest {

  private static final RunSpec SPEC = Samples.spec(List.of(4), 64);

  private static final PairSample FIRST = Samples.pair(0, "a", 4, 10, 2_000, 1_000);
  private static final PairSample SECOND = Samples.pair(1, "b", 4, 10, 3_000, 1_000);

  private static final List<RunEvent> WHOLE =
      List.of(
          new RunEvent.Started(Samples.ENVIRONMENT),
          new RunEvent.ModelLoaded(Role.TARGET, Samples.TARGET, 40),
          new RunEvent.ModelLoaded(Role.DRAFT, Samples.DRAFT, 20),
          new RunEvent.Planned(List.of(FIRST.plan(), SECOND.plan())),
          new RunEvent.WarmingUp(1, 1),
          new RunEvent.SideStarted(0, Side.BASELINE),
          new RunEvent.MemoryRead(10, 500),
          new RunEvent.PairMeasured(FIRST),
          new RunEvent.MemoryRead(20, 400),
          new RunEvent.PairMeasured(SECOND),
          new RunEvent.Finished(600));

  @Test
  void aRunThatFinishedIsARecordOfWhatWasMeasured() {
    assertThat(assemble(WHOLE).record())
        .contains(
            new RunRecord(
                new RunOrigin(
                    "r-1",
                    Instant.parse("2026-11-23T10:00:00Z"),
                    Provenance.MEASURED,
                    SPEC,
                    Samples.TARGET,
                    Samples.DRAFT,
                    Samples.ENVIRONMENT,
                    Optional.empty()),
                Remarks.named("a run"),
                Figures.results(
                    List.of(FIRST, SECOND),
                    64,
                    600,
                    new Bootstrap(Bootstrap.RESAMPLES_KEPT, SPEC.sampling().seed())),
                List.of(FIRST, SECOND),
                TokenDetails.NONE));
  }

  @Test
  void whatRandomWeightsWriteIsTimingOnly() {
    List<RunEvent> events = new ArrayList<>(WHOLE);
    events.set(2, new RunEvent.ModelLoaded(Role.DRAFT, Samples.RANDOM_DRAFT, 20));

    RunRecord run = assemble(events).record().orElseThrow();

    assertThat(run.provenance()).isEqualTo(Provenance.TIMING_ONLY);
    assertThat(run.weights()).isEqualTo(Weights.RANDOM);
    assertThat(run.draft()).isEqualTo(Samples.RANDOM_DRAFT);
  }

  @Test
  void aRunOfRandomWeightsThatBrokeOffIsRecoveredAndTimingOnlyAllTheSame() {
    List<RunEvent> events = new ArrayList<>(WHOLE.subList(0, 9));
    events.set(2, new RunEvent.ModelLoaded(Role.DRAFT, Samples.RANDOM_DRAFT, 20));

    RunRecord run = assemble(events).record().orElseThrow();

    assertThat(run.provenance()).isEqualTo(Provenance.RECOVERED);
    assertThat(RunContext.of(run).isTimingOnly()).isTrue();
  }

  @Test
  void theCeilingsAreKept() {
    PassLimits limits = new PassLimits(500, 1000, 34.5e9, 750e9);
    List<RunEvent> events = new ArrayList<>(WHOLE);
    events.add(1, new RunEvent.CeilingsMeasured(limits));

    assertThat(assemble(events).record().orElseThrow().limits()).contains(limits);
    assertThat(assemble(WHOLE).record().orElseThrow().limits()).isEmpty();
  }

  @Test
  void whatTheModelsSayOfTheTokensIsKept() {
    TextProbabilities text =
        new TextProbabilities(
            List.of(0, 1), List.of(new WrittenToken(new TokenOdds(4, 0.5, 0.25), List.of())));
    List<RunEvent> events = new ArrayList<>(WHOLE);
    events.addAll(
        events.size() - 1,
        List.of(
            new RunEvent.TextReviewed(text),
            new RunEvent.TokensNamed(Map.of(4, new TokenText.Characters(" x")))));

    RunRecord run = assemble(events).record().orElseThrow();

    assertThat(run.provenance()).isEqualTo(Provenance.MEASURED);
    assertThat(run.tokens())
        .isEqualTo(new TokenDetails(Map.of(4, new TokenText.Characters(" x")), List.of(text)));
    assertThat(run.tokens().of(SECOND)).contains(text);
  }

  @Test
  void aRunThatBrokeOffIsRecovered() {
    RunRecord recovered = assemble(WHOLE.subList(0, 9)).record().orElseThrow();

    assertThat(recovered.provenance()).isEqualTo(Provenance.RECOVERED);
    assertThat(recovered.samples()).containsExactly(FIRST);
    assertThat(recovered.results().getFirst().peakMemoryBytes()).isEqualTo(500);
  }

  @Test
  void aRunThatWasCancelledIsToldFromOneThatBrokeOff() {
    List<RunEvent> events = new ArrayList<>(WHOLE.subList(0, 9));
    events.add(new RunEvent.Cancelled());

    RunRecord cancelled = assemble(events).record().orElseThrow();

    assertThat(cancelled.provenance()).isEqualTo(Provenance.CANCELLED);
    assertThat(cancelled.samples()).containsExactly(FIRST);
  }

  @Test
  void aRunThatSaysItFinishedWithoutAllItsPairsIsRecovered() {
    List<RunEvent> events = new ArrayList<>(WHOLE.subList(0, 8));
    events.add(new RunEvent.Finished(600));

    assertThat(assemble(events).record().orElseThrow().provenance())
        .isEqualTo(Provenance.RECOVERED);
  }

  @Test
  void withoutAPairThereIsNoRecord() {
    assertThat(assemble(WHOLE.subList(0, 7)).record()).isEmpty();
  }

  @Test
  void eventsThatWentThroughAJournalGiveTheSameRecord() {
    RunCodec codec = new RunCodec();
    List<RunEvent> replayed =
        WHOLE.stream().map(event -> codec.readEvent(codec.write(event))).toList();

    assertThat(assemble(replayed).record()).isEqualTo(assemble(WHOLE).record());
  }

  private static RunAssembler assemble(List<RunEvent> events) {
    RunAssembler assembler = new RunAssembler(Samples.header(SPEC));
    events.forEach(assembler::accept);
    return assembler;
  }
}
