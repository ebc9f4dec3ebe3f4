package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.AcceptancePoint;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.RatePoint;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunActivity;
import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.Side;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.Steadiness;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void theBarShowsTheNewestFiguresOnOneLine() {
    ProgressDisplay bar = new ProgressBar(out);

    bar.show(measuring(7, 40, 72_400));

    assertThat(text())
        .isEqualTo(
            "\r[#-------] 7/40 K=4 so far: 212 -> 303 tok/s, 71.3 % accepted, 1:12 left\033[K");
  }

  @Test
  void theBarSaysWhatGoesOnBeforeAnythingIsMeasured() {
    ProgressDisplay bar = new ProgressBar(out);

    bar.show(ScriptedRuns.snapshot(RunPhase.WARMING_UP, new RunActivity.WarmingUp(3, 9)));

    assertThat(text()).isEqualTo("\rWarming up: 3 of 9.\033[K");
  }

  @Test
  void theBarNeverWraps() {
    ProgressDisplay bar = new ProgressBar(out);

    bar.show(ScriptedRuns.snapshot(RunPhase.LOADING, new RunActivity.Failed("x".repeat(200))));

    assertThat(text()).isEqualTo("\r" + "x".repeat(79) + "\033[K");
  }

  @Test
  void theBarLeavesNothingBehind() {
    ProgressDisplay bar = new ProgressBar(out);

    bar.close();

    assertThat(text()).isEqualTo("\r\033[K");
  }

  @Test
  void linesComeWithEachPhaseAndEachTenth() {
    ProgressDisplay lines = new ProgressLines(out);

    lines.show(ScriptedRuns.snapshot(RunPhase.LOADING, new RunActivity.Loading(Role.TARGET)));
    lines.show(ScriptedRuns.snapshot(RunPhase.LOADING, new RunActivity.Loading(Role.DRAFT)));
    lines.show(measuring(0, 40, -1));
    lines.show(measuring(1, 40, 72_400));
    lines.show(measuring(4, 40, 3_601_000));
    lines.show(measuring(5, 40, 72_400));
    lines.show(measuring(8, 40, 7_000));
    lines.show(ScriptedRuns.snapshot(RunPhase.FINISHED, new RunActivity.Finished(40, 40)));

    assertThat(text())
        .isEqualTo(
            """
            Loading the target.
            All is measured; asking the models how probable each token was.
            4/40 K=4 so far: 212 -> 303 tok/s, 71.3 % accepted, 1:00:01 left
            8/40 K=4 so far: 212 -> 303 tok/s, 71.3 % accepted, 0:07 left
            Measured 40 of 40 pairs.
            """);
  }

  @Test
  void linesComeEveryTenSecondsOfAWarmUp() {
    ProgressDisplay lines = new ProgressLines(out);

    lines.show(warmingUp(0, 3_000));
    lines.show(warmingUp(1, 12_900));
    lines.show(warmingUp(1, 13_000));
    lines.show(warmingUp(1, 30_000));
    lines.show(warmingUp(2, 31_000));
    lines.show(warmingUp(3, 40_900));

    assertThat(text())
        .isEqualTo(
            """
            Warming up: 0 of 9.
            Warming up: 1 of 9.
            Warming up: 2 of 9.
            """);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED"})
  void linesLeaveTheEndToWhoeverFollowsTheRun(RunPhase end) {
    new ProgressLines(out)
        .show(ScriptedRuns.snapshot(end, new RunActivity.Failed("The engine died.")));

    assertThat(text()).isEmpty();
  }

  @Test
  void aWarningIsALineOfItsOwnOnce() {
    ProgressDisplay lines = new ProgressLines(out);

    lines.show(warned(RunPhase.STARTING, new RunActivity.StartingEngine()));
    lines.show(warned(RunPhase.LOADING, new RunActivity.Loading(Role.TARGET)));

    assertThat(text())
        .isEqualTo(
            """
            The journal cannot be written.
            Starting the engine.
            Loading the target.
            """);
  }

  @Test
  void aWarningStaysAboveTheBar() {
    ProgressDisplay bar = new ProgressBar(out);

    bar.show(warned(RunPhase.STARTING, new RunActivity.StartingEngine()));
    bar.show(warned(RunPhase.LOADING, new RunActivity.Loading(Role.TARGET)));

    assertThat(text())
        .isEqualTo(
            "\rThe journal cannot be written.\033[K\n\rStarting the engine.\033[K\rLoading the"
                + " target.\033[K");
  }

  private static RunSnapshot warned(RunPhase phase, RunActivity activity) {
    return ScriptedRuns.snapshot(phase, activity)
        .withTroubles(Optional.empty(), Optional.of("The journal cannot be written."));
  }

  private static RunSnapshot warmingUp(int done, long elapsedMillis) {
    return ScriptedRuns.snapshot(
        RunPhase.WARMING_UP, new RunActivity.WarmingUp(done, 9), elapsedMillis);
  }

  @Test
  void whatIsNotKnownYetIsLeftOutOrADash() {
    RunSnapshot nothingYet = ScriptedRuns.snapshot(RunPhase.MEASURING, new RunActivity.Reviewing());

    assertThat(ProgressText.measuring(nothingYet)).isEqualTo("0/0");
  }

  @Test
  void beforeAPairAtItsKIsDoneThereIsOnlyASpeedAtTheMoment() {
    RunSnapshot ofAnotherK = measuring(1, 40, 72_400, List.of(result(8, 100.4, 90.2, 0.5)));

    assertThat(ProgressText.measuring(ofAnotherK)).isEqualTo("1/40 K=4, now 212 tok/s, 1:12 left");
  }

  @Test
  void withoutADraftedTokenNoAcceptanceIsShown() {
    RunSnapshot nothingDrafted =
        measuring(1, 40, 72_400, List.of(result(4, 212.4, 203.2, Double.NaN)));

    assertThat(ProgressText.measuring(nothingDrafted))
        .isEqualTo("1/40 K=4 so far: 212 -> 203 tok/s, 1:12 left");
  }

  /** The latest rounds go far better than those so far. */
  private static RunSnapshot measuring(int done, int planned, long remainingMillis) {
    return measuring(
        done,
        planned,
        remainingMillis,
        List.of(result(4, 212.4, 303.2, 0.7125), result(8, 100.4, 90.2, 0.5)));
  }

  private static RunResult result(
      int draftTokens, double baseline, double speculative, double acceptanceRate) {
    return new RunResult(
        OptionalInt.of(draftTokens),
        new Interval(speculative / baseline, Double.NaN, Double.NaN, 1),
        0,
        new SideFigures(baseline, 5, 1),
        new SideFigures(speculative, 6, 1),
        acceptanceRate,
        List.of(),
        3.1,
        0.7,
        0,
        Optional.empty(),
        Ledger.UNKNOWN);
  }

  private static RunSnapshot measuring(
      int done, int planned, long remainingMillis, List<RunResult> results) {
    return new RunSnapshot(
        RunPhase.MEASURING,
        new RunActivity.Reviewing(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(new PairPlan(done, new Prompt("q", "code", "x"), 4, 0, Side.BASELINE)),
        Optional.of(Side.BASELINE),
        done,
        planned,
        remainingMillis,
        0,
        List.of(
            new RatePoint(0, Side.BASELINE, 100),
            new RatePoint(1, Side.SPECULATIVE, 999.9),
            new RatePoint(2, Side.BASELINE, 212.4)),
        List.of(new AcceptancePoint(0, 0.1), new AcceptancePoint(1, 0.99)),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        results,
        List.of(),
        List.of(),
        Steadiness.UNKNOWN,
        List.of(),
        Optional.empty());
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
