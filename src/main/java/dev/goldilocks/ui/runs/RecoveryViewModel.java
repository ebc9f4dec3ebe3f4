package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.OrphanedJournal;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs that did not end because their program did: their journals are offered once. */
public final class RecoveryViewModel {

  private final RunLibrary library;
  private final SavedRunsViewModel saved;
  private final Supplier<Set<String>> running;
  private final Background background;
  private final Texts texts;
  private final ObservableList<OrphanedJournal> orphans = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

  /**
   * @param running ids of the runs of this window that go on
   */
  public RecoveryViewModel(
      RunLibrary library,
      SavedRunsViewModel saved,
      Supplier<Set<String>> running,
      Background background,
      Texts texts) {
    this.library = library;
    this.saved = saved;
    this.running = running;
    this.background = background;
    this.texts = texts;
  }

  /** Looks for journals whose run is gone. */
  public void look() {
    Set<String> own = running.get();
    background.load(() -> library.journals().orphans(own), orphans::setAll, notice::set);
  }

  /** Saves what a run had measured. */
  public void keep(OrphanedJournal orphan) {
    String id = orphan.header().id();
    background.load(
        () -> assemble(id),
        record -> {
          orphans.remove(orphan);
          record.ifPresentOrElse(
              _ -> saved.refresh(),
              () -> notice.set(texts.of("recovery.nothing", orphan.header().name())));
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

  /** What there is to say about recovering, in one sentence; empty when there is nothing. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  private Optional<RunRecord> assemble(String id) {
    Optional<RunRecord> record = library.journals().assemble(id);
    if (record.isPresent()) {
      library.save(record.get());
    } else {
      library.journals().discard(id);
    }
    return record;
  }
}
