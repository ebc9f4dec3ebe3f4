package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models that both pickers show: the bundled ones, then the folders that people opened. */
final class ModelList {

  private final ModelShelf shelf;
  private final ObservableList<Checkpoint> items = FXCollections.observableArrayList();
  private final List<Path> folders = new ArrayList<>();

  ModelList(ModelShelf shelf) {
    this.shelf = shelf;
  }

  ObservableList<Checkpoint> items() {
    return items;
  }

  /** Folders that people opened, bundled models left out. */
  List<Path> folders() {
    return List.copyOf(folders);
  }

  /** Reads the models in a folder; slow. */
  List<Checkpoint> read(Path folder) {
    return shelf.open(folder);
  }

  /** Puts the bundled models first. */
  void addBundled(List<Checkpoint> models) {
    items.addAll(0, models);
  }

  /** Adds the models of a folder that was opened. */
  void addOpened(Path folder, List<Checkpoint> models) {
    if (models.stream().anyMatch(this::add) && !folders.contains(folder)) {
      folders.add(folder);
    }
  }

  /** Adds a model, or replaces the one that was read from the same place; whether it is new. */
  private boolean add(Checkpoint model) {
    for (int index = 0; index < items.size(); index++) {
      if (items.get(index).directory().equals(model.directory())) {
        if (!items.get(index).equals(model)) {
          items.set(index, model);
        }
        return false;
      }
    }
    return items.add(model);
  }
}
