package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryViewModelTest {

  @TempDir private Path directory;
  private FakeParts parts;
  private SavedRunsViewModel saved;
  private Set<String> running = Set.of();
  private RecoveryViewModel recovery;

  @BeforeEach
  void setUp() {
    parts = new FakeParts(directory);
    Background background = new Background(Runnable::run, Runnable::run);
    saved = new SavedRunsViewModel(parts.library(), background);
    recovery = new RecoveryViewModel(parts.library(), saved, () -> running, background);
  }

  @Test
  void aRunThatDidNotEndIsOfferedAndKept() {
    parts.leaveJournal(0.7);
    recovery.look();
    assertThat(recovery.orphans()).hasSize(1);
    recovery.keep(recovery.orphans().getFirst());
    assertThat(recovery.orphans()).isEmpty();
    assertThat(saved.runs())
        .extracting(RunSummary::id, RunSummary::provenance)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("run-1", Provenance.RECOVERED));
    assertThat(parts.library().journals().file("run-1")).doesNotExist();
    assertThat(recovery.kept()).extracting(RunRecord::id).containsExactly("run-1");
    recovery.dismiss(recovery.kept().getFirst());
    assertThat(recovery.kept()).isEmpty();
  }

  @Test
  void aRunWithoutAPairSaysThatThereIsNothing() {
    parts.leaveJournal(0.01);
    recovery.look();
    recovery.keep(recovery.orphans().getFirst());
    assertThat(recovery.noticeProperty().get()).contains("holds no measured pair");
    assertThat(recovery.orphans()).hasSize(1);
    assertThat(saved.runs()).isEmpty();
  }

  @Test
  void aRunCanBeDiscarded() {
    parts.leaveJournal(0.7);
    recovery.look();
    recovery.discard(recovery.orphans().getFirst());
    assertThat(recovery.orphans()).isEmpty();
    assertThat(parts.library().journals().file("run-1")).doesNotExist();
  }

  @Test
  void aRunOfThisWindowIsNoOrphan() {
    parts.leaveJournal(0.7);
    running = Set.of("run-1");
    recovery.look();
    assertThat(recovery.orphans()).isEmpty();
  }

  @Test
  void aLibraryThatCannotTakeRunsIsSaidBeforeThereIsOne() throws IOException {
    Path library = parts.library().directory();
    Files.writeString(library, "a file where the library should be");
    recovery.look();
    assertThat(recovery.noticeProperty().get())
        .isEqualTo(
            "The library %s is a file, not a folder. Move it away, or set GOLDILOCKS_LIBRARY to a folder."
                .formatted(library));

    Files.delete(library);
    recovery.look();
    assertThat(recovery.noticeProperty().get()).isEmpty();
  }
}
