package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which prompts, and how many of them. */
public final class PromptsViewModel {

  private final PromptShelf shelf;
  private final Background background;
  private final Texts texts;
  private final FigureFormat figures;
  private final ObservableList<PromptSetItem> sets = FXCollections.observableArrayList();
  private final ObjectProperty<PromptSetItem> selected = new SimpleObjectProperty<>();
  private final IntegerProperty limit = new SimpleIntegerProperty(Integer.MAX_VALUE);
  private final ReadOnlyListWrapper<Prompt> taken =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
  private Optional<Path> firstBundled = Optional.empty();
  private final ReadOnlyStringWrapper categories = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  PromptsViewModel(PromptShelf shelf, Background background, Texts texts, FigureFormat figures) {
    this.shelf = shelf;
    this.background = background;
    this.texts = texts;
    this.figures = figures;
    selected.addListener(_ -> describe());
    limit.addListener(_ -> take());
  }

  /** The prompt sets to pick from. */
  public ObservableList<PromptSetItem> sets() {
    return sets;
  }

  /** The picked prompt set; null while there is none. */
  public ObjectProperty<PromptSetItem> selectedProperty() {
    return selected;
  }

  /** Most prompts to take, at least 1. */
  public IntegerProperty limitProperty() {
    return limit;
  }

  /** The categories of the picked set with their numbers of prompts. */
  public ReadOnlyStringProperty categoriesProperty() {
    return categories.getReadOnlyProperty();
  }

  /** Why a file that was asked for cannot be used; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Prompts that a run would take now. */
  public int count() {
    PromptSetItem set = selected.get();
    return set == null ? 0 : Math.min(limit.get(), set.prompts().size());
  }

  /** The prompts that a run would take now, in its order. */
  public ReadOnlyListProperty<Prompt> takenProperty() {
    return taken.getReadOnlyProperty();
  }

  /** Reads a prompt file and picks it; the choice stays as it was when that fails. */
  public void open(Path file) {
    background.load(() -> new PromptSetItem(file, shelf.read(file)), this::pick, problem::set);
  }

  /** Reads the bundled sets and picks the first, if none is picked by then. */
  void openBundled() {
    background.load(
        () ->
            shelf.bundled().stream()
                .map(file -> new PromptSetItem(file, shelf.read(file)))
                .toList(),
        found -> {
          firstBundled = found.stream().map(PromptSetItem::file).findFirst();
          found.forEach(this::add);
          if (selected.get() == null && !sets.isEmpty()) {
            selected.set(sets.getFirst());
          }
        },
        problem::set);
  }

  /** The set that a command takes where it is not told; empty until it is read. */
  Optional<Path> firstBundled() {
    return firstBundled;
  }

  /** The choice as a spec has it; a set must be picked. */
  PromptChoice choice() {
    PromptSetItem set = selected.get();
    boolean all = limit.get() >= set.prompts().size();
    return new PromptChoice(set.file(), all ? Integer.MAX_VALUE : limit.get());
  }

  private void pick(PromptSetItem set) {
    add(set);
    selected.set(
        sets.stream().filter(other -> other.file().equals(set.file())).findFirst().orElseThrow());
    problem.set("");
  }

  private void add(PromptSetItem set) {
    for (int index = 0; index < sets.size(); index++) {
      if (sets.get(index).file().equals(set.file())) {
        if (!sets.get(index).equals(set)) {
          sets.set(index, set);
        }
        return;
      }
    }
    sets.add(set);
  }

  private void take() {
    PromptSetItem set = selected.get();
    taken.setAll(set == null ? List.of() : set.set().spread(limit.get()));
  }

  private void describe() {
    PromptSetItem set = selected.get();
    if (set != null) {
      limit.set(Math.min(limit.get(), set.prompts().size()));
    }
    categories.set(set == null ? "" : description(set));
    take();
  }

  private String description(PromptSetItem set) {
    Stream<String> categories =
        set.categories().entrySet().stream()
            .map(
                entry ->
                    texts.of(
                        "setup.prompts.category", entry.getKey(), figures.count(entry.getValue())));
    int more = set.set().withFurtherTurns();
    Stream<String> turns =
        more == 0 ? Stream.of() : Stream.of(texts.of("setup.prompts.turns", figures.count(more)));
    return Stream.concat(categories, turns).collect(Collectors.joining(" · "));
  }
}
