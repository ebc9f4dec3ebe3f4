package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedRunsViewModelTest {

  @TempDir private Path directory;
  private FakeParts parts;
  private SavedRunsViewModel saved;

  @BeforeEach
  void saveThree() {
    parts = new FakeParts(directory);
    for (int k = 2; k <= 4; k++) {
      parts.library().save(Records.of(parts.runs(), Specs.of(4, k)));
    }
    saved = new SavedRunsViewModel(parts.library(), new Background(Runnable::run, Runnable::run));
    saved.refresh();
  }

  @Test
  void runsAreListedNewestFirst() {
    assertThat(saved.runs()).extracting(RunSummary::id).containsExactly("run-3", "run-2", "run-1");
  }

  @Test
  void theNewestIsShownUntilPeoplePickOne() {
    assertThat(saved.selected()).extracting(RunSummary::id).containsExactly("run-3");
    assertThat(saved.shownProperty().get()).map(RunSummary::id).contains("run-3");
    saved.select(List.of());
    saved.refresh();
    assertThat(saved.selected()).isEmpty();
  }

  @Test
  void twoRunsCanBeComparedAndOneCannot() {
    saved.select(saved.runs().subList(0, 1));
    assertThat(saved.comparableProperty().get()).isFalse();
    saved.select(saved.runs().subList(0, 2));
    assertThat(saved.comparableProperty().get()).isTrue();
  }

  @Test
  void aRunThatEndedElsewhereIsTheOneToLookAt() {
    saved.showOnly("run-1");
    saved.save(Records.of(parts.runs(), Specs.of(4, 5)), () -> {}, _ -> {});
    assertThat(saved.selected()).extracting(RunSummary::id).containsExactly("run-4");
    assertThat(saved.askedForProperty().get()).map(RunSummary::id).contains("run-4");
  }

  @Test
  void whoLooksAtARunGoesOnLookingAtIt() {
    saved.inViewProperty().set(true);
    saved.showOnly("run-1");
    saved.save(Records.of(parts.runs(), Specs.of(4, 5)), () -> {}, _ -> {});
    assertThat(saved.runs()).extracting(RunSummary::id).first().isEqualTo("run-4");
    assertThat(saved.selected()).extracting(RunSummary::id).containsExactly("run-1");
  }

  @Test
  void aNewRunJoinsTheListAndTheChoiceToCompareStays() {
    saved.select(List.copyOf(saved.runs().subList(1, 3)));
    saved.save(Records.of(parts.runs(), Specs.of(4, 5)), () -> {}, _ -> {});
    assertThat(saved.runs()).extracting(RunSummary::id).first().isEqualTo("run-4");
    assertThat(saved.selected()).extracting(RunSummary::id).containsExactly("run-2", "run-1");
  }

  @Test
  void aDeletedRunCanBeBroughtBack() {
    saved.showOnly("run-2");
    saved.deleteSelected();
    assertThat(saved.runs()).extracting(RunSummary::id).containsExactly("run-3", "run-1");
    saved.undoDelete();
    assertThat(saved.runs()).extracting(RunSummary::id).containsExactly("run-3", "run-2", "run-1");
    assertThat(saved.deletedProperty().get()).isEmpty();
  }

  @Test
  void aRunThatAnotherWindowDeletedIsTold() {
    saved.showOnly("run-2");
    parts.library().delete("run-2");
    saved.deleteSelected();
    assertThat(saved.problemProperty().get()).contains("run-2");
    assertThat(saved.runs()).extracting(RunSummary::id).containsExactly("run-3", "run-1");
  }

  @Test
  void whatAnotherWindowDidIsSeenByWhoeverComesToLook() {
    saved.showOnly("run-1");
    parts.library().delete("run-3");
    parts.library().update("run-2", run -> run.withName("Renamed"));
    saved.inViewProperty().set(true);
    assertThat(saved.runs()).extracting(RunSummary::id).containsExactly("run-2", "run-1");
    assertThat(saved.runs()).extracting(RunSummary::name).contains("Renamed");
    assertThat(saved.selected()).extracting(RunSummary::id).containsExactly("run-1");
  }

  @Test
  void whatIsDeletedBesideARunThatAnotherWindowDeletedCanBeBroughtBack() {
    saved.select(List.copyOf(saved.runs()));
    parts.library().delete("run-2");
    saved.deleteSelected();
    assertThat(saved.runs()).isEmpty();
    assertThat(saved.problemProperty().get()).contains("run-2");

    saved.undoDelete();
    assertThat(saved.runs()).extracting(RunSummary::id).containsExactly("run-3", "run-1");
  }

  @Test
  void whatAnotherWindowBroughtBackDoesNotKeepTheRestAway() {
    saved.select(List.copyOf(saved.runs()));
    saved.deleteSelected();
    parts.library().restore("run-3");
    saved.undoDelete();
    assertThat(saved.runs()).extracting(RunSummary::id).containsExactly("run-3", "run-2", "run-1");
    assertThat(saved.deletedProperty().get()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsToldBesideTheRuns() throws IOException {
    Files.writeString(directory.resolve("runs/broken.json"), "{");
    saved.refresh();
    assertThat(saved.runs()).hasSize(3);
    assertThat(saved.unreadable())
        .singleElement()
        .satisfies(file -> assertThat(file.sentence()).contains("broken.json"));
  }
}
