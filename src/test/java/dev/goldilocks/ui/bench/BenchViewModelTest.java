package dev.goldilocks.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Provenance;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.bench.QueueItem.State;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.live.LiveState;
import dev.goldilocks.ui.live.LiveViewModel;
import dev.goldilocks.ui.live.VerdictViewModel;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.setup.SetupViewModel;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchViewModelTest {

  @TempDir private Path directory;
  private FakeParts parts;
  private SetupViewModel setup;
  private BenchViewModel bench;

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
    bench =
        new BenchViewModel(
            parts.runs(),
            setup,
            new LiveViewModel(new VerdictViewModel(texts, figures), texts, figures),
            new SavedRunsViewModel(parts.library(), background),
            background,
            texts,
            figures);
  }

  @Test
  void aRunIsWhatWasSetUp() {
    setup.draftTokens().mostProperty().set(6);
    bench.run();
    assertThat(parts.runs().latest().spec()).isEqualTo(setup.spec());
    assertThat(bench.runningProperty().get()).isTrue();
  }

  @Test
  void aRunThatIsTimedOnEveryProcessorIsCrowdedWhileItIsTimed() {
    setup.device().threadsProperty().set(2);
    bench.run();
    bench.refresh();
    assertThat(bench.crowdedProperty().get()).as("before it is timed").isFalse();
    parts.runs().latest().playShare(0.5);
    bench.refresh();
    assertThat(bench.crowdedProperty().get()).as("while it is timed").isTrue();
    parts.runs().latest().playToEnd();
    bench.refresh();
    assertThat(bench.crowdedProperty().get()).as("afterwards").isFalse();
  }

  @Test
  void aRunThatLeavesAProcessorFreeIsNotCrowded() {
    setup.device().threadsProperty().set(1);
    bench.run();
    parts.runs().latest().playShare(0.5);
    bench.refresh();
    assertThat(bench.crowdedProperty().get()).isFalse();
  }

  @Test
  void whileOneRunGoesOnTheNextWaits() {
    bench.run();
    bench.run();
    assertThat(parts.runs().submitted()).isEqualTo(1);
    assertThat(states()).containsExactly(State.RUNNING, State.WAITING);
  }

  @Test
  void whenARunHasEndedTheFirstThatWaitsStarts() {
    bench.run();
    bench.run(Specs.of(12, 2));
    bench.run(Specs.of(12, 3));
    parts.runs().latest().playToEnd();
    assertThat(parts.runs().latest().spec()).isEqualTo(Specs.of(12, 2));
    assertThat(states()).containsExactly(State.FINISHED, State.RUNNING, State.WAITING);
    assertThat(bench.queue().items().getFirst().savedRun()).contains("run-1");
  }

  @Test
  void aRunThatHasEndedGivesItsSpeedupAsTheVerdictDoes() {
    bench.run(Specs.of(12, 4));
    parts.runs().latest().playToEnd();
    VerdictViewModel verdict = bench.live().verdict();
    assertThat(verdict.intervalProperty().get()).matches("\\[1\\.\\d\\d, 1\\.\\d\\d\\]");
    assertThat(bench.queue().items().getFirst().result())
        .isEqualTo(
            verdict.speedupProperty().get() + " " + verdict.intervalProperty().get() + " at K = 4");
  }

  @Test
  void aRunOfTooFewPromptsSaysWhyItsSpeedupHasNoInterval() {
    bench.run(Specs.of(4, 4));
    parts.runs().latest().playToEnd();
    assertThat(bench.queue().items().getFirst().result())
        .matches("1\\.\\d\\d× at K = 4, no interval: fewer than 8 prompts");
  }

  @Test
  void afterARunThatWasCancelledOrFailedTheNextStarts() {
    bench.run();
    bench.run();
    bench.run();
    bench.cancel();
    parts.runs().latest().fail("The engine died; run again.");
    assertThat(states()).containsExactly(State.CANCELLED, State.FAILED, State.RUNNING);
    assertThat(bench.queue().items().get(1).result()).isEqualTo("The engine died; run again.");
  }

  @Test
  void finishingKeepsWhatTheRunMeasuredAndLeavesTheOthersWaiting() {
    bench.run();
    bench.run(Specs.of(12, 2));
    parts.runs().latest().playShare(0.8);
    List<String> heard = new ArrayList<>();

    bench.finish(() -> heard.add(savedNames().toString()), () -> heard.add("failed"));

    assertThat(heard).containsExactly("[GoldilocksCoder-9M + 0.7M, bf16]");
    assertThat(states()).containsExactly(State.CANCELLED, State.WAITING);
    assertThat(bench.queue().waiting()).containsExactly(Specs.of(12, 2));
    assertThat(parts.runs().submitted()).isEqualTo(1);
  }

  @Test
  void finishingWithoutARunIsDoneAtOnce() {
    List<String> heard = new ArrayList<>();
    bench.finish(() -> heard.add("done"), () -> heard.add("failed"));
    assertThat(heard).containsExactly("done");
  }

  private List<String> savedNames() {
    return parts.library().list().runs().stream().map(RunSummary::name).toList();
  }

  @Test
  void onlyRunsThatWaitChangePlaces() {
    bench.run();
    bench.run(Specs.of(12, 2));
    bench.run(Specs.of(12, 3));
    QueueViewModel queue = bench.queue();
    QueueItem first = queue.items().get(1);
    QueueItem second = queue.items().get(2);
    queue.moveUp(first);
    queue.moveDown(second);
    assertThat(queue.items().subList(1, 3)).containsExactly(first, second);
    queue.moveUp(second);
    assertThat(queue.items().subList(1, 3)).containsExactly(second, first);
    queue.moveDown(second);
    assertThat(queue.items().subList(1, 3)).containsExactly(first, second);
  }

  @Test
  void aRunThatGoesOnCannotBeTakenOut() {
    bench.run();
    bench.run();
    bench.queue().remove(bench.queue().items().getFirst());
    bench.queue().remove(bench.queue().items().getLast());
    assertThat(states()).containsExactly(State.RUNNING);
  }

  @Test
  void whatHasEndedCanBeClearedAndTheRestStays() {
    bench.run();
    bench.run();
    bench.run();
    parts.runs().latest().playToEnd();
    bench.queue().clearEnded();
    assertThat(states()).containsExactly(State.RUNNING, State.WAITING);
    assertThat(parts.library().list().runs()).hasSize(1);
  }

  @Test
  void aSingleRunNeedsNoList() {
    bench.run();
    assertThat(bench.queue().worthShowingProperty().get()).isFalse();
    bench.run();
    assertThat(bench.queue().worthShowingProperty().get()).isTrue();
  }

  @Test
  void aSavedRunIsSetUpAgain() {
    bench.setUpAgain(Specs.of(8, 1, 2, 3));
    assertThat(setup.spec()).isEqualTo(Specs.of(8, 1, 2, 3));
    assertThat(parts.runs().submitted()).isZero();
  }

  @Test
  void whatWaitedIsNotStartedAfterTheWindowWasLeft() {
    bench.run();
    bench.run();
    bench.leave();
    parts.runs().close();
    assertThat(parts.runs().submitted()).isEqualTo(1);
  }

  @Test
  void nothingStartsWhileTheSetUpIsNotComplete() {
    setup.draft().pickedProperty().set(null);
    bench.run();
    assertThat(parts.runs().submitted()).isZero();
  }

  @Test
  void aFinishedRunIsSaved() {
    bench.run();
    parts.runs().latest().playToEnd();
    assertThat(bench.runningProperty().get()).isFalse();
    assertThat(bench.keptProperty().get()).isEqualTo("Saved as GoldilocksCoder-9M + 0.7M, bf16.");
    assertThat(bench.keptRunProperty().get()).contains("run-1");
    assertThat(parts.library().list().runs())
        .extracting(RunSummary::id, RunSummary::provenance)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("run-1", Provenance.MEASURED));
  }

  @Test
  void aCancelledRunKeepsWhatItMeasured() {
    bench.run();
    parts.runs().latest().playShare(0.5);
    bench.cancel();
    assertThat(bench.live().stateProperty().get()).isEqualTo(LiveState.CANCELLED);
    assertThat(bench.keptProperty().get())
        .isEqualTo("What was measured is kept as GoldilocksCoder-9M + 0.7M, bf16.");
    assertThat(parts.library().list().runs())
        .extracting(RunSummary::provenance)
        .containsExactly(Provenance.CANCELLED);
  }

  @Test
  void aRunThatIsCancelledBeforeAnyPairLeavesNothing() {
    bench.run();
    bench.cancel();
    assertThat(bench.keptProperty().get()).isEqualTo("No pair was measured, so nothing is kept.");
    assertThat(parts.library().list().runs()).isEmpty();
  }

  @Test
  void aFailedRunKeepsWhatItMeasured() {
    bench.run();
    parts.runs().latest().playShare(0.5);
    parts.runs().latest().fail("The engine died; run again.");
    assertThat(bench.live().messageProperty().get()).isEqualTo("The engine died; run again.");
    assertThat(parts.library().list().runs()).hasSize(1);
  }

  @Test
  void aRunThatCannotBeSavedSaysSoAndStillShowsItsFigures() {
    parts.disk().fill();
    bench.run();
    parts.runs().latest().playToEnd();
    assertThat(bench.unsaved().sentenceProperty().get())
        .startsWith("The run is not saved: The disk is full: " + parts.library().file("run-1"))
        .endsWith("Until it is saved, this window keeps what was measured.");
    assertThat(bench.keptRunProperty().get()).isEmpty();
    assertThat(bench.live().verdict().speedupProperty().get()).endsWith("×");
  }

  @Test
  void runsThatCouldNotBeSavedAreSavedOnceThereIsRoom() {
    parts.disk().fill();
    bench.run();
    bench.run();
    parts.runs().latest().playToEnd();
    parts.runs().latest().playToEnd();
    bench.unsaved().saveAgain();
    assertThat(bench.unsaved().sentenceProperty().get()).startsWith("2 runs are not saved: ");
    assertThat(parts.library().list().runs()).isEmpty();

    parts.disk().clear();
    bench.unsaved().saveAgain();
    assertThat(bench.unsaved().sentenceProperty().get()).isEmpty();
    assertThat(parts.library().list().runs())
        .extracting(RunSummary::id)
        .containsExactlyInAnyOrder("run-1", "run-2");
    assertThat(bench.keptRunProperty().get()).as("the one that is shown").contains("run-2");
  }

  @Test
  void afterOneRunTheNextCanStart() {
    bench.run();
    parts.runs().latest().playToEnd();
    bench.run();
    assertThat(parts.runs().submitted()).isEqualTo(2);
    assertThat(bench.keptProperty().get()).isEmpty();
  }

  @Test
  void aRunThatIsLeftIsNotSavedByThisWindow() {
    bench.run();
    parts.runs().latest().playShare(0.5);
    bench.leave();
    parts.runs().close();
    assertThat(parts.library().list().runs()).isEmpty();
  }

  @Test
  void onlyARunThatGoesOnIsThisWindowsOwn() {
    bench.run();
    assertThat(bench.runningIds()).containsExactly("run-1");
    parts.runs().latest().playToEnd();
    assertThat(bench.runningIds()).isEmpty();
  }

  private List<State> states() {
    return bench.queue().items().stream().map(QueueItem::state).toList();
  }
}
