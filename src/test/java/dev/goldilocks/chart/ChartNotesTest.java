package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Drift;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChartNotesTest {

  private static final RunRecord INT8 = ChartRuns.measured("A", Precision.INT8, 212, 1.43);
  private static final RunRecord BF16 = ChartRuns.measured("B", Precision.BF16, 148, 1.21);

  @Test
  void oneRunSaysItsWholeSetUpUnderTheChart() {
    ChartNotes notes = notes(INT8);

    assertThat(notes.sharedSetUp())
        .isEqualTo(
            "target GoldilocksCoder-9M int8 · draft GoldilocksCoder-0.7M int8 · cpu, 2 threads"
                + " · K = 4 · code, 40 prompts · up to 128 new tokens · 3 repeats · greedy"
                + " · AMD EPYC 7B13 @ 2.45GHz, 2 cores · Goldilocks 0.1.0, libtorch 2.7.1"
                + " · 2026-11-23 · measured");
    assertThat(notes.ownSetUp(0)).isEmpty();
  }

  @Test
  void aRunThatIsNamedByItsOnlyKIsNotGivenItOnceMore() {
    RunRecord named = ChartRuns.measured("A, K = 4", Precision.INT8, 212, 1.43);
    Comparison comparison = Comparison.of(List.of(named, BF16));

    assertThat(comparison.groups())
        .extracting(notes(named, BF16)::nameAtK)
        .containsExactly("A, K = 4", "B, K = 4");
  }

  @Test
  void modelsStandWithEachRunAsSoonAsTheyDiffer() {
    ChartNotes notes = notes(INT8, BF16, INT8);

    assertThat(notes.ownSetUp(0))
        .isEqualTo("target GoldilocksCoder-9M int8 · draft GoldilocksCoder-0.7M int8");
    assertThat(notes.ownSetUp(1))
        .isEqualTo("target GoldilocksCoder-9M bf16 · draft GoldilocksCoder-0.7M bf16");
    assertThat(notes.sharedSetUp()).startsWith("cpu, 2 threads · K = 4 · code");
  }

  @Test
  void aReportedRunSaysSoAndWhatIsNotKnownOfIt() {
    assertThat(notes(INT8, INT8, ChartRuns.reported()).ownSetUp(2))
        .endsWith(
            "reported, not measured here · prompts, length, repeats, sampling, machine,"
                + " software, date not known");
  }

  @Test
  void whatMostRunsShareIsSaidOnceAndWhatOneDoesNotBesideIt() {
    ChartNotes notes = notes(INT8, INT8, ChartRuns.reported());

    assertThat(notes.sharedSetUp())
        .isEqualTo(
            "Unless a run says otherwise: cpu, 2 threads · code, 40 prompts · up to 128 new tokens"
                + " · 3 repeats · greedy · AMD EPYC 7B13 @ 2.45GHz, 2 cores"
                + " · Goldilocks 0.1.0, libtorch 2.7.1 · 2026-11-23");
    assertThat(notes.ownSetUp(2)).contains("RTX 6000");
  }

  @Test
  void provenancesThatAreNotMeasuredAreNamedOnce() {
    RunRecord timing = ChartRuns.with(Provenance.TIMING_ONLY, BF16);

    assertThat(notes(INT8, timing, ChartRuns.reported(), timing).unusualProvenances())
        .containsExactly(Provenance.REPORTED, Provenance.TIMING_ONLY);
  }

  @Test
  void aRunThatCannotBeComparedIsMarkedAndTheReasonGiven() {
    ChartNotes notes = notes(INT8, ChartRuns.reported());

    assertThat(notes.name(0)).isEqualTo("A");
    assertThat(notes.name(1)).isEqualTo("Article, RTX 6000 †");
    assertThat(notes.cautions())
        .containsExactly(
            "† Not comparable with “A”: unknown prompts; unknown length; unknown sampling.");
  }

  @Test
  void aRunThatWasNotSteadyIsMarkedAndTheChangeGiven() {
    Comparison steady = Comparison.of(List.of(INT8, BF16));
    Steadiness drift =
        new Steadiness(
            new Drift(new Interval(44.3, 13.2, 149, 20), Drift.UNKNOWN.speedup()),
            StepSpread.UNKNOWN);
    ChartNotes notes =
        new ChartNotes(
            new Comparison(
                steady.runs(),
                steady.groups(),
                steady.categories(),
                List.of(Steadiness.UNKNOWN, drift),
                steady.mismatches()),
            new FigureText(Locale.ROOT),
            new ChartTexts(Locale.ROOT));

    assertThat(List.of(notes.name(0), notes.name(1))).containsExactly("A", "B *");
    assertThat(notes.cautions())
        .containsExactly(
            "* “B”: the machine was not steady (from the first third of the run to the last, the"
                + " target alone became 44.3× as fast [13.2, 149]; that changes no verdict).");
  }

  @Test
  void everyIntervalIsSaidOrItsAbsenceExplained() {
    assertThat(List.of(interval(1.43, 1.38, 1.49), interval(1.01, 0.97, 1.05)))
        .containsExactly("1.38 to 1.49", "0.970 to 1.05\nno significant difference");
    assertThat(List.of(interval(1.4, Double.NaN, Double.NaN), interval(Double.NaN, 1, 2)))
        .containsExactly("too few prompts", "nothing measured");
    ChartNotes reported = notes(ChartRuns.reported());
    assertThat(reported.interval(Comparison.of(List.of(ChartRuns.reported())).groups().get(0)))
        .isEqualTo("no interval reported");
  }

  private static String interval(double value, double low, double high) {
    RunResult sample = INT8.results().get(0);
    RunResult result =
        new RunResult(
            4,
            new Interval(value, low, high, 3),
            0,
            sample.baseline(),
            sample.speculative(),
            sample.acceptanceRate(),
            sample.acceptanceByPosition(),
            sample.meanAcceptanceLength(),
            sample.alpha(),
            sample.peakMemoryBytes(),
            sample.lossless(),
            sample.ledger());
    return notes(INT8).interval(new Comparison.Group(0, result));
  }

  private static ChartNotes notes(RunRecord... runs) {
    return new ChartNotes(
        Comparison.of(List.of(runs)), new FigureText(Locale.ROOT), new ChartTexts(Locale.ROOT));
  }
}
