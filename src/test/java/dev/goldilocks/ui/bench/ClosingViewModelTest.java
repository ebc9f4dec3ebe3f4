package dev.goldilocks.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.live.LiveViewModel;
import dev.goldilocks.ui.live.VerdictViewModel;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.setup.SetupViewModel;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.SpecText;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of runs when the window closes and opens again. */
class ClosingViewModelTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private static final FigureFormat FIGURES = new FigureFormat(Locale.ENGLISH);

  @TempDir private Path directory;
  private FakeParts parts;
  private BenchViewModel bench;
  private ClosingViewModel closing;
  private final List<String> closed = new ArrayList<>();

  @BeforeEach
  void open() {
    parts = new FakeParts(directory);
    Background background = new Background(Runnable::run, Runnable::run);
    bench =
        new BenchViewModel(
            parts.runs(),
            new SetupViewModel(
                Shelves.models(),
                Shelves.promptSets(),
                FakeParts.DEVICES,
                background,
                TEXTS,
                FIGURES),
            new LiveViewModel(new VerdictViewModel(TEXTS, FIGURES), TEXTS, FIGURES),
            new SavedRunsViewModel(parts.library(), background),
            background,
            TEXTS,
            FIGURES);
    closing = new ClosingViewModel(bench, TEXTS);
    closing.setOnClose(() -> closed.add("closed"));
  }

  @Test
  void withoutARunTheWindowClosesAtOnce() {
    assertThat(closing.mayClose()).isTrue();
    assertThat(closing.questionedProperty().get()).isFalse();
  }

  @Test
  void whileARunGoesOnItIsAskedAndNothingIsLostByAsking() {
    bench.run(Specs.of(12, 4));
    bench.run(Specs.of(12, 2));
    bench.run(Specs.of(12, 3));

    assertThat(closing.mayClose()).isFalse();
    assertThat(closing.questionedProperty().get()).isTrue();
    assertThat(closing.sentence())
        .isEqualTo(
            "A run goes on. Cancel it and close the window? What it measured is kept, and the 2"
                + " runs that wait are offered at the next start.");
    closing.stay();
    assertThat(closing.questionedProperty().get()).isFalse();
    assertThat(bench.runningProperty().get()).isTrue();
  }

  @Test
  void theWindowClosesWhenWhatWasMeasuredIsSaved() {
    bench.run(Specs.of(12, 4));
    parts.runs().latest().playShare(0.8);
    closing.mayClose();

    closing.leave();

    assertThat(closed).containsExactly("closed");
    assertThat(parts.library().list().runs()).hasSize(1);
  }

  @Test
  void aQuestionIsOverWhenTheRunIs() {
    bench.run(Specs.of(12, 4));
    closing.mayClose();
    parts.runs().latest().playToEnd();

    assertThat(closing.questionedProperty().get()).isFalse();
    assertThat(closing.mayClose()).isTrue();
  }

  @Test
  void aWindowWithARunThatIsNotSavedAsksBeforeItCloses() {
    parts.disk().fill();
    bench.run(Specs.of(12, 4));
    parts.runs().latest().playToEnd();

    assertThat(closing.mayClose()).isFalse();
    assertThat(closing.sentence())
        .isEqualTo(
            "A run is not saved, and only what its journal holds would be offered at the next"
                + " start. Close the window all the same?");
    parts.disk().clear();
    bench.unsaved().saveAgain();
    assertThat(closing.questionedProperty().get()).as("once it is saved").isFalse();
    assertThat(closing.mayClose()).isTrue();
  }

  @Test
  void whenWhatWasMeasuredCannotBeSavedItIsAskedOnceMore() {
    bench.run(Specs.of(12, 4));
    parts.runs().latest().playShare(0.8);
    parts.disk().fill();
    closing.mayClose();

    closing.leave();
    assertThat(closed).isEmpty();
    assertThat(closing.questionedProperty().get()).isTrue();
    assertThat(closing.leaveAnswer()).isEqualTo("Close without saving");

    closing.leave();
    assertThat(closed).containsExactly("closed");
  }

  @Test
  void runsThatWaitAreKeptAndOfferedAgain() {
    bench.run(Specs.of(12, 4));
    bench.run(Specs.of(12, 2));
    SpecText specs = new SpecText(TEXTS, FIGURES);
    UnstartedRunsViewModel unstarted =
        new UnstartedRunsViewModel(List.of(Specs.of(12, 1)), bench, specs);
    assertThat(unstarted.toKeep()).containsExactly(Specs.of(12, 1), Specs.of(12, 2));

    unstarted.queue();
    assertThat(unstarted.runs()).isEmpty();
    assertThat(bench.queue().waiting()).containsExactly(Specs.of(12, 2), Specs.of(12, 1));
    assertThat(unstarted.toKeep()).isEqualTo(bench.queue().waiting());
  }

  @Test
  void whatIsOfferedIsSaidAndCanBeDiscarded() {
    UnstartedRunsViewModel unstarted =
        new UnstartedRunsViewModel(List.of(Specs.of(12, 2)), bench, new SpecText(TEXTS, FIGURES));
    assertThat(unstarted.first())
        .isEqualTo("GoldilocksCoder-9M + GoldilocksCoder-0.7M · bf16 · K 2 · 64 tokens × 1");

    unstarted.discard();
    assertThat(unstarted.toKeep()).isEmpty();
    assertThat(unstarted.first()).isEmpty();
  }
}
