package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.ui.background.Background;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Finds out which drafts fit the picked target. Comparing two vocabularies reads files, so it is
 * done in the background, and an answer that comes after the target has changed is dropped.
 */
public final class PairViewModel {

  private final ModelShelf shelf;
  private final Background background;
  private final ModelPickerViewModel target;
  private final ModelPickerViewModel draft;
  private final ReadOnlyObjectWrapper<PairState> fit =
      new ReadOnlyObjectWrapper<>(new PairState.Incomplete());
  private final ReadOnlyObjectWrapper<Map<Path, String>> misfits =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Optional<Checkpoint> checkedTarget = Optional.empty();
  private List<Checkpoint> checkedDrafts = List.of();

  PairViewModel(
      ModelShelf shelf,
      Background background,
      ModelPickerViewModel target,
      ModelPickerViewModel draft) {
    this.shelf = shelf;
    this.background = background;
    this.target = target;
    this.draft = draft;
    target.selectedProperty().addListener(_ -> check());
    draft.pickedProperty().addListener(_ -> update());
    draft.models().addListener((javafx.beans.InvalidationListener) _ -> check());
  }

  /** Whether the picked models make a pair. */
  public ReadOnlyObjectProperty<PairState> stateProperty() {
    return fit.getReadOnlyProperty();
  }

  /**
   * Why a draft does not fit the picked target, by the draft's folder; those that fit are not in.
   */
  public ReadOnlyObjectProperty<Map<Path, String>> misfitsProperty() {
    return misfits.getReadOnlyProperty();
  }

  private void check() {
    Checkpoint asked = target.selectedProperty().get();
    List<Checkpoint> drafts = List.copyOf(draft.models());
    checkedTarget = Optional.empty();
    update();
    if (asked == null || drafts.isEmpty()) {
      return;
    }
    background.load(
        () -> misfits(asked, drafts),
        found -> {
          if (asked.equals(target.selectedProperty().get())) {
            checkedTarget = Optional.of(asked);
            checkedDrafts = drafts;
            misfits.set(found);
            update();
          }
        },
        this::cannotTell);
  }

  /** Tokenizers that cannot be read matter only to a pair of models. */
  private void cannotTell(String sentence) {
    if (!(draft.pickedProperty().get() instanceof Pick.Lookup)) {
      fit.set(new PairState.Misfit(sentence));
    }
  }

  private Map<Path, String> misfits(Checkpoint asked, List<Checkpoint> drafts) {
    Map<Path, String> found = new HashMap<>();
    for (Checkpoint candidate : drafts) {
      shelf
          .mismatch(asked, candidate)
          .ifPresent(sentence -> found.put(candidate.directory(), sentence));
    }
    return Map.copyOf(found);
  }

  private void update() {
    Checkpoint asked = target.selectedProperty().get();
    Checkpoint picked = draft.selectedProperty().get();
    if (asked != null && draft.pickedProperty().get() instanceof Pick.Lookup) {
      fit.set(new PairState.NoDraftModel());
    } else if (asked == null || picked == null) {
      fit.set(new PairState.Incomplete());
    } else if (!checkedTarget.equals(Optional.of(asked)) || !checkedDrafts.contains(picked)) {
      fit.set(new PairState.Checking());
    } else {
      String sentence = misfits.get().get(picked.directory());
      fit.set(sentence == null ? new PairState.Fits() : new PairState.Misfit(sentence));
    }
  }
}
