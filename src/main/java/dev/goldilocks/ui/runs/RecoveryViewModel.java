package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.OrphanedJournal;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.ui.background.Background;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Runs that did not end because their program did: their journals are offered once. That they can
 * be saved is looked at too, before a run has to find out.
 */
public final class RecoveryViewModel {

  private final RunLibrary library;
  private final SavedRunsViewModel saved;
  private final Supplier<Set<String>> running;
  private final Background background;
  private final ObservableList<OrphanedJournal> orphans = FXCollections.observableArrayList();
  private final ObservableList<RunRecord> kept = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

  /**
   * @param running ids of the runs of this window that go on
   */
  public RecoveryViewModel(
      RunLibrary library,
      SavedRunsViewModel saved,
      Supplier<Set<String>> running,
      Background background) {
    this.library = library;
    this.saved = saved;
    this.running = running;
    this.background = background;
  }

  /** Looks for journals whose run is gone, and whether runs can be saved at all. */
  public void look() {
    notice.set("");
    Set<String> own = running.get();
    background.load(() -> library.interrupted(own), orphans::setAll, notice::set);
    background.run(library::requireWritable, () -> {}, notice::set);
  }

  /** Saves what a run had measured. */
  public void keep(OrphanedJournal orphan) {
    background.load(
        () -> library.recover(orphan),
        run -> {
          orphans.remove(orphan);
          kept.add(run);
          saved.refresh();
        },
        notice::set);
  }

  /** Forgets what a run had measured. */
  public void discard(OrphanedJournal orphan) {
    background.run(
        () -> library.journals().discard(orphan.header().id()),
        () -> orphans.remove(orphan),
        notice::set);
  }

  /** The journals that wait for an answer. */
  public ObservableList<OrphanedJournal> orphans() {
    return orphans;
  }

  /** The runs that were kept, until {@link #dismiss}. */
  public ObservableList<RunRecord> kept() {
    return kept;
  }

  /** Takes note that people know of a run that was kept. */
  public void dismiss(RunRecord run) {
    kept.remove(run);
  }

  /** What keeps runs from being recovered or saved, in one sentence; empty when nothing does. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
