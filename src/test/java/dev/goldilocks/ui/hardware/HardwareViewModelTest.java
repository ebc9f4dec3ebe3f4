package dev.goldilocks.ui.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.engine.ProbeOutcome;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.hardware.HardwareViewModel.Acceptance;
import dev.goldilocks.ui.setup.SetupViewModel;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareViewModelTest {

  @TempDir private Path directory;
  private final ObservableList<RunSummary> saved = FXCollections.observableArrayList();
  private FakeParts parts;
  private SetupViewModel setup;
  private HardwareViewModel model;

  @BeforeEach
  void setUp() {
    parts = new FakeParts(directory);
    Texts texts = new Texts(Locale.ENGLISH);
    FigureFormat figures = new FigureFormat(Locale.ENGLISH);
    Background background = new Background(Runnable::run, Runnable::run);
    setup =
        new SetupViewModel(
            Shelves.models(), Shelves.promptSets(), FakeParts.DEVICES, background, texts, figures);
    setup.start(Optional.empty(), List.of());
    model =
        new HardwareViewModel(parts.probes(), setup, saved, parts.lastProbe(), background, texts);
  }

  @Test
  void whatIsSetUpOnTheBenchIsMeasured() {
    setup.device().threadsProperty().set(2);
    model.measure();

    ProbeRequest request = parts.probes().latest().request();
    assertThat(request)
        .isEqualTo(
            new ProbeRequest(
                setup.spec().target(), setup.spec().draft(), "cpu", setup.spec().threads()));
    assertThat(request.threads()).isEqualTo(2);
    assertThat(model.pair())
        .isEqualTo("GoldilocksCoder-9M bf16 + GoldilocksCoder-0.7M bf16 · CPU · 2 threads");
  }

  @Test
  void aPairThatDoesNotFitIsNotMeasured() {
    setup.draft().open(Shelves.STRANGER.directory());
    model.measure();

    assertThat(parts.probes().submitted()).isZero();
    assertThat(model.blockerProperty().get()).isEqualTo("Pick a draft that fits the target.");
    assertThat(model.pair()).isEmpty();
  }

  @Test
  void whatItDoesIsSaidUntilItIsDone() {
    model.measure();
    assertThat(model.measuringProperty().get()).isTrue();
    assertThat(model.stepProperty().get()).isEqualTo("Waiting for the run that goes on.");
    assertThat(model.progressProperty().get()).isNegative();

    parts.probes().latest().reach(ProbeStage.TARGET_PASSES);
    model.refresh();
    assertThat(model.stepProperty().get()).isEqualTo("Timing the target’s passes.");
    assertThat(model.progressProperty().get()).isBetween(0.1, 0.9);

    end(new ProbeOutcome.Measured(Probes.halfABillion()));
    assertThat(model.measuringProperty().get()).isFalse();
    assertThat(model.stepProperty().get()).isEmpty();
    assertThat(model.probeProperty().get()).contains(Probes.halfABillion());
  }

  @Test
  void oneIsMeasuredAtATime() {
    model.measure();
    model.measure();

    assertThat(parts.probes().submitted()).isEqualTo(1);
  }

  @Test
  void theLastProbeIsThereAtTheNextStart() {
    model.measure();
    end(new ProbeOutcome.Measured(Probes.halfABillion()));
    setUp();
    model.start();

    assertThat(model.probeProperty().get()).contains(Probes.halfABillion());
  }

  @Test
  void aDamagedFileOfLastTimeIsTold() throws IOException {
    Files.writeString(directory.resolve("probe.json"), "{");
    model.start();

    assertThat(model.probeProperty().get()).isEmpty();
    assertThat(model.problemProperty().get())
        .isEqualTo("The probe's file is damaged; measure again.");
  }

  @Test
  void aFailureSaysWhyAndLeavesWhatWasMeasuredBefore() {
    model.measure();
    end(new ProbeOutcome.Measured(Probes.halfABillion()));
    model.measure();
    end(new ProbeOutcome.Failed("No room.", FailureKind.ENGINE));

    assertThat(model.problemProperty().get()).isEqualTo("No room.");
    assertThat(model.probeProperty().get()).contains(Probes.halfABillion());
    assertThat(model.measuringProperty().get()).isFalse();
  }

  @Test
  void cancellingKeepsNothing() {
    model.measure();
    model.cancel();

    assertThat(model.probeProperty().get()).isEmpty();
    assertThat(model.stepProperty().get()).isEqualTo("Cancelled; nothing is kept.");
    assertThat(parts.lastProbe().load()).isEmpty();
  }

  @Test
  void aWindowThatClosesHearsNothingMore() {
    model.measure();
    model.leave();
    end(new ProbeOutcome.Measured(Probes.halfABillion()));

    assertThat(model.probeProperty().get()).isEmpty();
  }

  @Test
  void theAcceptanceIsThatOfTheNewestRunOfThePair() {
    parts.runs().acceptFromNowOn(0.8);
    RunRecord newest = Records.of(parts.runs(), Specs.of(8, 4));
    parts.runs().acceptFromNowOn(0.3);
    RunRecord oldest = Records.of(parts.runs(), Specs.of(8, 4));
    model.measure();
    end(new ProbeOutcome.Measured(ofThePairOf(newest)));
    assertThat(model.acceptance()).isEmpty();

    saved.setAll(RunSummary.of(newest), RunSummary.of(oldest));
    assertThat(model.acceptance())
        .contains(new Acceptance(newest.name(), newest.results().getFirst().alpha()));

    model.measure();
    end(new ProbeOutcome.Measured(Probes.halfABillion()));
    assertThat(model.acceptance()).as("of another pair").isEmpty();
  }

  private void end(ProbeOutcome outcome) {
    parts.probes().latest().end(outcome);
  }

  /** The usual figures, of the models of a run. */
  private static Probe ofThePairOf(RunRecord run) {
    Probe probe = Probes.halfABillion();
    return new Probe(
        probe.measuredAt(),
        probe.request(),
        List.of(run.target(), run.draft()),
        probe.environment(),
        probe.operationsPerSecond(),
        probe.targetPasses(),
        probe.targetRepeats(),
        probe.draftCalls(),
        probe.draftRepeats(),
        probe.elapsedMillis(),
        probe.conditions());
  }
}
