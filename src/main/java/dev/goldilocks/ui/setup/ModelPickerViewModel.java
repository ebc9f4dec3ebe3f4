package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.ui.background.Background;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Which model takes one of the two roles, and in which precision. */
public final class ModelPickerViewModel {

  private final ModelList models;
  private final ModelFacts facts;
  private final Background background;
  private final FilteredList<Checkpoint> found;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Checkpoint> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<Precision> precision =
      new SimpleObjectProperty<>(RunDefaults.PRECISION);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  ModelPickerViewModel(ModelList models, ModelFacts facts, Background background) {
    this.models = models;
    this.facts = facts;
    this.background = background;
    found = new FilteredList<>(models.items());
    search.addListener(_ -> found.setPredicate(this::hasAllWords));
    selected.addListener(_ -> problem.set(""));
  }

  /** Words to look for, in any order and case, in names and facts. */
  public StringProperty searchProperty() {
    return search;
  }

  /** The models that have all of these words. */
  public ObservableList<Checkpoint> found() {
    return found;
  }

  /** Size, layers, vocabulary and stored type of a model, in one line. */
  public String facts(Checkpoint model) {
    return facts.line(model);
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

  private boolean hasAllWords(Checkpoint model) {
    String searched = (model.id() + " " + facts.line(model)).toLowerCase(Locale.ROOT);
    return Stream.of(search.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(searched::contains);
  }

  /** Says that something about the choice is wrong. */
  void report(String sentence) {
    problem.set(sentence);
  }
}
