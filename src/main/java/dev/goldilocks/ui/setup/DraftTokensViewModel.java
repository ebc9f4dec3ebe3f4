package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.ListExpression;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;

/**
 * Which values of K are measured: a range, or, when a set-up that was taken back has gaps, exactly
 * its values until one of the ends is changed.
 */
public final class DraftTokensViewModel {

  private final Texts texts;
  private final IntegerProperty fewest =
      new SimpleIntegerProperty(RunDefaults.DRAFT_TOKENS.getFirst());
  private final IntegerProperty most =
      new SimpleIntegerProperty(RunDefaults.DRAFT_TOKENS.getLast());
  private final ReadOnlyListWrapper<Integer> values =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyStringWrapper gaps = new ReadOnlyStringWrapper("");

  DraftTokensViewModel(Texts texts) {
    this.texts = texts;
    fewest.addListener(
        _ -> {
          most.set(Math.max(fewest.get(), most.get()));
          show(Optional.empty());
        });
    most.addListener(
        _ -> {
          fewest.set(Math.min(fewest.get(), most.get()));
          show(Optional.empty());
        });
    show(Optional.empty());
  }

  /** Smallest K to measure, 1 to {@link RunSpec#MOST_DRAFT_TOKENS}. */
  public IntegerProperty fewestProperty() {
    return fewest;
  }

  /** Largest K to measure; the same as the smallest for a single K. */
  public IntegerProperty mostProperty() {
    return most;
  }

  /** Every K that is measured, ascending. */
  public ListExpression<Integer> valuesProperty() {
    return values.getReadOnlyProperty();
  }

  /** Which values of the range are measured, when it is not all of them; empty when it is. */
  public ReadOnlyStringProperty gapsProperty() {
    return gaps.getReadOnlyProperty();
  }

  /** Sets exactly these values, ascending and at least one. */
  void take(List<Integer> taken) {
    fewest.set(taken.getFirst());
    most.set(taken.getLast());
    show(Optional.of(taken).filter(list -> list.size() < range().size()));
  }

  private void show(Optional<List<Integer>> exactly) {
    values.setAll(exactly.orElseGet(this::range));
    gaps.set(
        exactly
            .map(
                list ->
                    texts.of(
                        "setup.k.exactly",
                        list.stream().map(String::valueOf).collect(Collectors.joining(", "))))
            .orElse(""));
  }

  private List<Integer> range() {
    return IntStream.rangeClosed(fewest.get(), most.get()).boxed().toList();
  }
}
