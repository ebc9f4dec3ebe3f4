package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.ui.background.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** Which model takes one of the two roles, and in which precision. */
public final class ModelPickerViewModel {

  private final ModelList models;
  private final Background background;
  private final ObjectProperty<Checkpoint> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<Precision> precision =
      new SimpleObjectProperty<>(RunDefaults.PRECISION);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  ModelPickerViewModel(ModelList models, Background background) {
    this.models = models;
    this.background = background;
    selected.addListener(_ -> problem.set(""));
  }

  /** The models to pick from; both roles have the same. */
  public ObservableList<Checkpoint> models() {
    return models.items();
  }

  /** The picked model; null while there is none. */
  public ObjectProperty<Checkpoint> selectedProperty() {
    return selected;
  }

  /** The format of its weights during a run. */
  public ObjectProperty<Precision> precisionProperty() {
    return precision;
  }

  /** Why the folder that was asked for cannot be used; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Reads a folder and picks its first model; the choice stays as it was when that fails. */
  public void open(Path folder) {
    background.load(
        () -> models.read(folder),
        found -> {
          models.addOpened(folder, found);
          Path first = found.getFirst().directory();
          select(other -> other.directory().equals(first));
          problem.set("");
        },
        problem::set);
  }

  /** Picks the first model that fits a condition, if there is one. */
  void select(Predicate<Checkpoint> condition) {
    Optional<Checkpoint> found = models.items().stream().filter(condition).findFirst();
    found.ifPresent(selected::set);
  }

  /** Says that something about the choice is wrong. */
  void report(String sentence) {
    problem.set(sentence);
  }
}
