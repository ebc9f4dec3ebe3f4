package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftTimes;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeConditions;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.decode.ManualClock;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeBenchmarkTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final ModelChoice TARGET =
      new ModelChoice(Fixtures.checkpoint("llama"), Precision.BF16);
  private static final ModelChoice DRAFT =
      new ModelChoice(Fixtures.checkpoint("llama3"), Precision.INT8);

  private final ScriptedLibrary library = new ScriptedLibrary(20e9, 30e9, 10e9);
  private final List<ProbeStage> stages = new ArrayList<>();
  private final ManualClock clock = new ManualClock();

  @Test
  void everythingIsMeasuredOnceAndInOrder() {
    Probe probe = measure(DRAFT, clock);

    assertThat(stages).containsExactly(ProbeStage.values());
    // Room for 64 positions, the longest call and the token after it.
    assertThat(library.calls())
        .containsExactly(
            "operations f32 250 ms",
            "operations bf16 250 ms",
            "operations int8 250 ms",
            "load llama bf16 81",
            "close llama",
            "load llama3 int8 80",
            "close llama3");
    assertThat(probe.measuredAt()).isEqualTo(NOW);
    assertThat(probe.models())
        .extracting(ModelDescription::id, ModelDescription::precision)
        .containsExactly(tuple("llama", Precision.BF16), tuple("llama3", Precision.INT8));
    assertThat(probe.operationsPerSecond())
        .isEqualTo(Map.of(Precision.F32, 1e12, Precision.BF16, 2e12, Precision.INT8, 4e12));
    assertThat(probe.targetPasses().medianNanos().keySet())
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    assertThat(probe.draftCalls().medianNanos()).containsOnlyKeys(1, 15);
    assertThat(probe.environment().goldilocks()).isEqualTo("1.2.3");
  }

  @Test
  void theMemorysSpeedIsTheMiddleOneOfReadingsBeforeBetweenAndAfter() {
    assertThat(measure(DRAFT, clock).targetPasses().readBytesPerSecond()).isEqualTo(20e9);
    assertThat(library.hasReadAll()).isTrue();
  }

  @Test
  void howSteadyTheMachineWasIsKept() {
    ProbeConditions conditions = measure(DRAFT, clock).conditions();

    assertThat(conditions.readBytesPerSecond()).containsExactly(20e9, 30e9, 10e9);
    assertThat(conditions.otherCores()).isEqualTo(0.5);
    assertThat(conditions.cores()).isEqualTo(2);
    assertThat(conditions.passSpread()).isNotNegative();
  }

  @Test
  void fastCallsAreTimedOftenAndNoMore() {
    Probe probe = measure(DRAFT, clock);

    assertThat(probe.targetRepeats()).isEqualTo(41);
    assertThat(probe.draftRepeats()).isEqualTo(41);
    assertThat(probe.ranOver()).isFalse();
  }

  @Test
  void slowCallsAreTimedLessOftenSoThatTheBudgetHolds() {
    // A second passes before each turn but the first three: 18 s for the target, 25.5 s in all.
    Probe probe = measure(DRAFT, ticking(Duration.ofSeconds(1)));

    assertThat(probe.targetRepeats()).isBetween(18, 21);
    assertThat(probe.draftRepeats()).isBetween(8, 11);
    assertThat(probe.ranOver()).isFalse();
  }

  @Test
  void aModelTooSlowForTheBudgetIsTimedThreeTimesAllTheSame() {
    Probe probe = measure(DRAFT, ticking(Duration.ofSeconds(40)));

    assertThat(probe.targetRepeats()).isEqualTo(3);
    assertThat(probe.draftRepeats()).isEqualTo(3);
    assertThat(probe.ranOver()).isTrue();
  }

  @Test
  void promptLookupHasNoDraftToTime() {
    Probe probe = measure(PromptLookup.USUAL, clock);

    assertThat(stages)
        .containsExactly(
            ProbeStage.STARTING,
            ProbeStage.MEMORY,
            ProbeStage.ARITHMETIC,
            ProbeStage.LOADING_TARGET,
            ProbeStage.TARGET_PASSES);
    assertThat(probe.draftCalls()).isEqualTo(DraftTimes.WITHOUT_A_MODEL);
    assertThat(probe.draftRepeats()).isZero();
    assertThat(probe.models()).hasSize(1);
  }

  @Test
  void cancellingEndsItBetweenTwoTurnsAndClosesTheModel() {
    assertThatThrownBy(
            () ->
                measure(
                    DRAFT,
                    clock,
                    () -> !stages.isEmpty() && stages.getLast() == ProbeStage.TARGET_PASSES))
        .isInstanceOf(CancellationException.class);
    assertThat(library.calls()).endsWith("load llama bf16 81", "close llama");
  }

  @Test
  void aPairThatDoesNotFitIsRefusedBeforeAnythingIsMeasured() {
    assertThatThrownBy(
            () ->
                measure(
                    new ModelChoice(
                        Fixtures.checkpoint("llama").resolveSibling("nowhere"), Precision.INT8),
                    clock))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nowhere");
    assertThat(library.calls()).isEmpty();
  }

  /** A clock that moves on by itself at every look. */
  private static LongSupplier ticking(Duration tick) {
    ManualClock clock = new ManualClock();
    return () -> {
      clock.advance(tick.toNanos());
      return clock.getAsLong();
    };
  }

  private Probe measure(DraftChoice draft, LongSupplier nanoTime) {
    return measure(draft, nanoTime, () -> false);
  }

  private Probe measure(DraftChoice draft, LongSupplier nanoTime, BooleanSupplier cancelled) {
    return new ProbeBenchmark(
            "1.2.3",
            _ -> library,
            () -> () -> Optional.of(new BusyCores(0.5, 2)),
            InstantSource.fixed(NOW),
            nanoTime)
        .measure(new ProbeRequest(TARGET, draft, "cpu", 1), stages::add, cancelled);
  }
}
