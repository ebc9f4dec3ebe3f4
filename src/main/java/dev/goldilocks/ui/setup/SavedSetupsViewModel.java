package dev.goldilocks.ui.setup;

import dev.goldilocks.ui.settings.NamedSetup;
import dev.goldilocks.ui.text.SpecText;
import dev.goldilocks.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The set-ups that people keep under names. */
public final class SavedSetupsViewModel {

  private static final Comparator<NamedSetup> BY_NAME =
      Comparator.comparing(NamedSetup::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(NamedSetup::name);

  private final SetupViewModel setup;
  private final SpecText specs;
  private final Keeper keeper;
  private final ObservableList<NamedSetup> items = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<NamedSetup>> removed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanBinding savable;
  private final StringBinding verb;

  /** Keeps set-ups from one start to the next. */
  @FunctionalInterface
  public interface Keeper {
    /**
     * Replaces what was kept.
     *
     * @param failed gets one sentence when that cannot be done
     */
    void keep(List<NamedSetup> setups, Consumer<String> failed);
  }

  /**
   * @param kept those of the last time
   */
  public SavedSetupsViewModel(
      SetupViewModel setup, List<NamedSetup> kept, Keeper keeper, SpecText specs, Texts texts) {
    this.setup = setup;
    this.keeper = keeper;
    this.specs = specs;
    items.setAll(kept.stream().sorted(BY_NAME).toList());
    savable =
        Bindings.createBooleanBinding(
            () -> !name.get().isBlank() && setup.blockerProperty().get().isEmpty(),
            name,
            setup.blockerProperty());
    verb =
        Bindings.createStringBinding(
            () -> texts.of(named(name.get()).isPresent() ? "setups.replace" : "setups.save"),
            name,
            items);
  }

  /** The set-ups, by name. */
  public ObservableList<NamedSetup> items() {
    return items;
  }

  /** The name to save under. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Whether {@link #save} would save something. */
  public BooleanBinding savableProperty() {
    return savable;
  }

  /** What saving would do: keep a new one, or replace the one of that name. */
  public StringBinding verbProperty() {
    return verb;
  }

  /** The set-up that was removed last and can come back. */
  public ReadOnlyObjectProperty<Optional<NamedSetup>> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  /** Why set-ups could not be kept; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What a set-up asks for, in one line. */
  public String describe(NamedSetup named) {
    return specs.models(named.spec()) + " · " + specs.conditions(named.spec());
  }

  /** Saves what is set up now; does nothing without a name, or while it cannot be run. */
  public void save() {
    if (savable.get()) {
      put(new NamedSetup(name.get().strip(), setup.spec()));
      name.set("");
    }
  }

  /** Sets everything as a saved one has it. */
  public void take(NamedSetup named) {
    setup.take(named.spec());
  }

  /** Removes one; {@link #restore} brings it back. */
  public void remove(NamedSetup named) {
    items.remove(named);
    removed.set(Optional.of(named));
    keep();
  }

  /** Brings back what was removed last. */
  public void restore() {
    removed.get().ifPresent(this::put);
  }

  private void put(NamedSetup named) {
    named(named.name()).ifPresent(items::remove);
    items.add(named);
    FXCollections.sort(items, BY_NAME);
    removed.set(Optional.empty());
    keep();
  }

  private Optional<NamedSetup> named(String wanted) {
    return items.stream().filter(item -> item.name().equals(wanted.strip())).findFirst();
  }

  private void keep() {
    problem.set("");
    keeper.keep(List.copyOf(items), problem::set);
  }
}
