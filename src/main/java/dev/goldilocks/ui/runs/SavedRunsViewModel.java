package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunListing;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.UnreadableRun;
import dev.goldilocks.ui.background.Background;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The saved runs: the library as the window sees it. */
public final class SavedRunsViewModel {

  private static final int FEWEST_TO_COMPARE = 2;

  private final RunLibrary library;
  private final Background background;
  private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
  private final ObservableList<UnreadableRun> unreadable = FXCollections.observableArrayList();
  private final ObservableList<RunSummary> selected = FXCollections.observableArrayList();
  // A view hears of changes only while somebody holds it, so there is one of each for good.
  private final ObservableList<RunSummary> runsView =
      FXCollections.unmodifiableObservableList(runs);
  private final ObservableList<UnreadableRun> unreadableView =
      FXCollections.unmodifiableObservableList(unreadable);
  private final ObservableList<RunSummary> selectedView =
      FXCollections.unmodifiableObservableList(selected);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper comparable = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<RunSummary>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RunSummary>> askedFor =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<RunSummary>> deleted =
      new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty inView = new SimpleBooleanProperty(false);
  private Optional<String> awaited = Optional.empty();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public SavedRunsViewModel(RunLibrary library, Background background) {
    this.library = library;
    this.background = background;
    // What other windows and commands did meanwhile is seen by whoever comes to look.
    inView.addListener((_, _, isInView) -> lookAgain(isInView));
  }

  private void lookAgain(boolean isInView) {
    if (isInView && loaded.get()) {
      reload();
    }
  }

  /** Reads the library anew: other windows and commands write to it too. */
  public void refresh() {
    problem.set("");
    reload();
  }

  /**
   * Saves a run, which then is the one to look at: who goes to the list after a run wants to see
   * it. The choice of who is looking at another now, or has picked several to compare, stays.
   *
   * @param done hears that it is saved
   * @param failed hears why it could not be
   */
  public void save(RunRecord record, Runnable done, Consumer<String> failed) {
    background.run(
        () -> library.save(record),
        () -> {
          done.run();
          if (!inView.get() && !comparable.get()) {
            awaited = Optional.of(record.id());
          }
          reload();
        },
        failed);
  }

  /**
   * Removes the journal of a run that measured nothing.
   *
   * @param failed hears why it could not be
   */
  public void forget(String id, Consumer<String> failed) {
    background.run(() -> library.journals().discard(id), () -> {}, failed);
  }

  /** Picks runs in the list. */
  public void select(List<RunSummary> picked) {
    if (!selected.equals(picked)) {
      selected.setAll(picked);
      comparable.set(picked.size() >= FEWEST_TO_COMPARE);
      shown.set(picked.isEmpty() ? Optional.empty() : Optional.of(picked.getLast()));
    }
  }

  /** Picks one run by its id, and asks the list to do the same. */
  public void showOnly(String id) {
    Optional<RunSummary> found = runs.stream().filter(run -> run.id().equals(id)).findFirst();
    select(found.stream().toList());
    askedFor.set(Optional.empty());
    askedFor.set(found);
  }

  /** Picks one run by its id as soon as the list has it. */
  public void showWhenListed(String id) {
    if (isListed(id)) {
      showOnly(id);
    } else {
      awaited = Optional.of(id);
    }
  }

  /** The run that was asked for by its id last. */
  public ReadOnlyObjectProperty<Optional<RunSummary>> askedForProperty() {
    return askedFor.getReadOnlyProperty();
  }

  /** Deletes the picked runs; {@link #undoDelete} brings them back. */
  public void deleteSelected() {
    List<RunSummary> going = List.copyOf(selected);
    if (going.isEmpty()) {
      return;
    }
    background.load(
        () -> Carried.out(going, library::delete),
        carried -> {
          deleted.set(carried.done());
          finish(carried);
        },
        problem::set);
  }

  /** Brings back what was deleted last. */
  public void undoDelete() {
    List<RunSummary> gone = deleted.get();
    deleted.set(List.of());
    background.load(
        () -> Carried.out(gone, library::restore),
        carried -> {
          deleted.set(
              carried.failed().stream()
                  .filter(run -> Files.notExists(library.file(run.id())))
                  .toList());
          finish(carried);
        },
        problem::set);
  }

  private void finish(Carried carried) {
    carried.problem().ifPresent(problem::set);
    reload();
  }

  /** The saved runs, newest first. */
  public ObservableList<RunSummary> runs() {
    return runsView;
  }

  /** Files in the library that could not be read. */
  public ObservableList<UnreadableRun> unreadable() {
    return unreadableView;
  }

  /** The runs that are picked in the list, in the order of the list. */
  public ObservableList<RunSummary> selected() {
    return selectedView;
  }

  /** The run whose figures are shown below the list. */
  public ReadOnlyObjectProperty<Optional<RunSummary>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether the picked runs can be compared: there are two or more. */
  public ReadOnlyBooleanProperty comparableProperty() {
    return comparable.getReadOnlyProperty();
  }

  /** Whether the library was read; false before the first time. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** What was deleted last and can be brought back. */
  public ReadOnlyObjectProperty<List<RunSummary>> deletedProperty() {
    return deleted.getReadOnlyProperty();
  }

  /** Whether people look at the list now. */
  public BooleanProperty inViewProperty() {
    return inView;
  }

  /** What went wrong, in one sentence; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void reload() {
    background.load(library::list, this::show, problem::set);
  }

  private boolean isListed(String id) {
    return runs.stream().anyMatch(run -> run.id().equals(id));
  }

  /** Until people pick a run themselves there is one to look at. */
  private Optional<String> newestAtFirst() {
    return runs.stream()
        .findFirst()
        .filter(_ -> !loaded.get() && selected.isEmpty())
        .map(RunSummary::id);
  }

  private void show(RunListing listing) {
    Set<String> ids = selected.stream().map(RunSummary::id).collect(Collectors.toSet());
    if (!runs.equals(listing.runs())) {
      runs.setAll(listing.runs());
    }
    if (!unreadable.equals(listing.unreadable())) {
      unreadable.setAll(listing.unreadable());
    }
    select(runs.stream().filter(run -> ids.contains(run.id())).toList());
    Optional<String> arrived = awaited.filter(this::isListed);
    Optional<String> wanted = arrived.or(this::newestAtFirst);
    loaded.set(true);
    // A listing that was read before the run was saved comes first now and then.
    awaited = arrived.isPresent() ? Optional.empty() : awaited;
    wanted.ifPresent(this::showOnly);
  }
}
