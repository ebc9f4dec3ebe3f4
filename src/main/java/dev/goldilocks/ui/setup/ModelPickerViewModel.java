package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.ui.background.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** What takes one of the two roles, and a model in which precision. */
public final class ModelPickerViewModel {

  private final ModelList models;
  private final PickText words;
  private final Background background;
  private final ObservableList<Pick> all = FXCollections.observableArrayList();
  private final FilteredList<Pick> found = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Pick> picked = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Checkpoint> selected = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Precision> precision =
      new SimpleObjectProperty<>(RunDefaults.PRECISION);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * @param withoutModel what is offered before the models
   */
  ModelPickerViewModel(
      ModelList models, List<Pick.Lookup> withoutModel, PickText words, Background background) {
    this.models = models;
    this.words = words;
    this.background = background;
    search.addListener(_ -> found.setPredicate(this::hasAllWords));
    // First of the listeners, so that all others find the model of this pick.
    picked.addListener(_ -> show(picked.get()));
    InvalidationListener list =
        _ ->
            all.setAll(
                Stream.<Pick>concat(
                        withoutModel.stream(), models.items().stream().map(Pick.Model::new))
                    .toList());
    models.items().addListener(list);
    list.invalidated(models.items());
  }

  /** Words to look for, in any order and case, in names and facts. */
  public StringProperty searchProperty() {
    return search;
  }

  /** What has all of these words. */
  public ObservableList<Pick> found() {
    return found;
  }

  /** Everything that can be picked. */
  public ObservableList<Pick> all() {
    return all;
  }

  /** What a pick is called. */
  public String name(Pick pick) {
    return words.name(pick);
  }

  /** Size, layers, vocabulary and stored type of a model, or what guesses without one. */
  public String facts(Pick pick) {
    return words.facts(pick);
  }

  /** The models to pick from; both roles have the same. */
  public ObservableList<Checkpoint> models() {
    return models.items();
  }

  /** What is picked; null while nothing is. */
  public ObjectProperty<Pick> pickedProperty() {
    return picked;
  }

  /** The picked model; null while there is none. */
  public ReadOnlyObjectProperty<Checkpoint> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The format of its weights during a run. */
  public ObjectProperty<Precision> precisionProperty() {
    return precision;
  }

  /** Why the folder that was asked for cannot be used; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Picks a model. */
  public void pick(Checkpoint model) {
    picked.set(new Pick.Model(model));
  }

  /** Reads a folder and picks its first model; the choice stays as it was when that fails. */
  public void open(Path folder) {
    background.load(
        () -> models.read(folder),
        read -> {
          models.addOpened(folder, read);
          Path first = read.getFirst().directory();
          select(other -> other.directory().equals(first));
          problem.set("");
        },
        problem::set);
  }

  /** Picks the first model that fits a condition, if there is one. */
  void select(Predicate<Checkpoint> condition) {
    models.items().stream().filter(condition).findFirst().ifPresent(this::pick);
  }

  private void show(Pick pick) {
    problem.set("");
    selected.set(
        switch (pick) {
          case null -> null;
          case Pick.Model(Checkpoint model) -> model;
          case Pick.Lookup _ -> null;
        });
  }

  private boolean hasAllWords(Pick pick) {
    String searched = (name(pick) + " " + facts(pick)).toLowerCase(Locale.ROOT);
    return Stream.of(search.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(searched::contains);
  }

  /** Says that something about the choice is wrong. */
  void report(String sentence) {
    problem.set(sentence);
  }
}
