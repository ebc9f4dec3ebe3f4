package dev.goldilocks.ui.bench;

import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.ui.bench.QueueItem.State;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.SpecText;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs of this window in the order in which they are carried out: those that have ended, the
 * one that goes on, and those that wait. Only those that wait can change places or be taken out.
 */
public final class QueueViewModel {

  private final SpecText specs;
  private final Texts texts;
  private final FigureFormat figures;
  private final ObservableList<QueueItem> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper worthShowing = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper someEnded = new ReadOnlyBooleanWrapper(false);

  QueueViewModel(SpecText specs, Texts texts, FigureFormat figures) {
    this.specs = specs;
    this.texts = texts;
    this.figures = figures;
  }

  /** All of them. An item that changes is set again, so that whoever shows it hears of it. */
  public ObservableList<QueueItem> items() {
    return items;
  }

  /** The run that goes on. */
  public Optional<QueueItem> going() {
    return items.stream().filter(item -> item.state() == State.RUNNING).findFirst();
  }

  /** Whether there is more than one: a single run is told by everything else on the page. */
  public ReadOnlyBooleanProperty worthShowingProperty() {
    return worthShowing.getReadOnlyProperty();
  }

  /** How many there are in each state, for example {@code 1 running · 2 waiting}. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Whether {@link #clearEnded} would take something off the list. */
  public ReadOnlyBooleanProperty someEndedProperty() {
    return someEnded.getReadOnlyProperty();
  }

  /** Whether an item can go further up. */
  public boolean canMoveUp(QueueItem item) {
    int index = items.indexOf(item);
    return waits(item) && index > 0 && waits(items.get(index - 1));
  }

  /** Whether an item can go further down. */
  public boolean canMoveDown(QueueItem item) {
    int index = items.indexOf(item);
    return waits(item) && index < items.size() - 1;
  }

  /** Lets an item change places with the one before it; does nothing when it cannot. */
  public void moveUp(QueueItem item) {
    if (canMoveUp(item)) {
      swap(items.indexOf(item) - 1);
    }
  }

  /** Lets an item change places with the one after it; does nothing when it cannot. */
  public void moveDown(QueueItem item) {
    if (canMoveDown(item)) {
      swap(items.indexOf(item));
    }
  }

  /** Takes an item that waits or has ended off the list; a run that goes on stays. */
  public void remove(QueueItem item) {
    if (item.state() != State.RUNNING) {
      items.remove(item);
      update();
    }
  }

  /** Takes what has ended off the list; saved runs stay saved. */
  public void clearEnded() {
    items.removeIf(item -> item.state().ended());
    update();
  }

  /** Puts a run at the end. */
  QueueItem add(RunSpec spec) {
    QueueItem item = new QueueItem(spec, specs.models(spec), specs.conditions(spec));
    items.add(item);
    update();
    return item;
  }

  /** The first that waits. */
  Optional<QueueItem> next() {
    return items.stream().filter(QueueViewModel::waits).findFirst();
  }

  /** What is asked for by those that wait, in their order. */
  public List<RunSpec> waiting() {
    return items.stream().filter(QueueViewModel::waits).map(QueueItem::spec).toList();
  }

  /** Says that an item has changed. */
  void changed(QueueItem item) {
    int index = items.indexOf(item);
    if (index >= 0) {
      items.set(index, item);
    }
    update();
  }

  private void swap(int index) {
    QueueItem first = items.get(index);
    items.set(index, items.get(index + 1));
    items.set(index + 1, first);
  }

  private void update() {
    worthShowing.set(items.size() > 1);
    someEnded.set(items.stream().anyMatch(item -> item.state().ended()));
    summary.set(
        Stream.of(State.RUNNING, State.WAITING, State.FINISHED, State.CANCELLED, State.FAILED)
            .map(this::counted)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" \u00b7 ")));
  }

  private Optional<String> counted(State state) {
    long count = items.stream().filter(item -> item.state() == state).count();
    return count == 0
        ? Optional.empty()
        : Optional.of(texts.of("queue.count", figures.count(count), texts.of(state.key())));
  }

  private static boolean waits(QueueItem item) {
    return item.state() == State.WAITING;
  }
}
