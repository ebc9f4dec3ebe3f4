package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * Which K are measured: a range, and beside it policies that choose K; or, when a set-up that was
 * taken back has gaps or other limits, exactly its own until one of the choices is changed.
 */
public final class DraftTokensViewModel {

  /** The transformers library's usual threshold. */
  static final double CONFIDENCE = 0.4;

  private final Texts texts;
  private final IntegerProperty fewest =
      new SimpleIntegerProperty(RunDefaults.DRAFT_TOKENS.getFirst());
  private final IntegerProperty most =
      new SimpleIntegerProperty(RunDefaults.DRAFT_TOKENS.getLast());
  private final BooleanProperty confident = new SimpleBooleanProperty(false);
  private final BooleanProperty heuristic = new SimpleBooleanProperty(false);
  private final BooleanProperty predicted = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<DraftLengths> lengths = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper exactly = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper moved = new ReadOnlyStringWrapper("");

  DraftTokensViewModel(Texts texts) {
    this.texts = texts;
    fewest.addListener(
        _ -> {
          String said = fewest.get() > most.get() ? told("setup.k.to.moved", fewest) : "";
          most.set(Math.max(fewest.get(), most.get()));
          show(Optional.empty());
          moved.set(said);
        });
    most.addListener(
        _ -> {
          String said = fewest.get() > most.get() ? told("setup.k.from.moved", most) : "";
          fewest.set(Math.min(fewest.get(), most.get()));
          show(Optional.empty());
          moved.set(said);
        });
    Stream.of(confident, heuristic, predicted)
        .forEach(policy -> policy.addListener(_ -> show(Optional.empty())));
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

  /** Whether the largest K is measured with a confidence threshold too. */
  public BooleanProperty confidentProperty() {
    return confident;
  }

  /** Whether the heuristic is measured too. */
  public BooleanProperty heuristicProperty() {
    return heuristic;
  }

  /** Whether K chosen by measured costs and acceptance is measured too. */
  public BooleanProperty predictedProperty() {
    return predicted;
  }

  /** Every K and policy that is measured. */
  public ReadOnlyObjectProperty<DraftLengths> lengthsProperty() {
    return lengths.getReadOnlyProperty();
  }

  /** What is measured, when the choices alone do not say it; empty when they do. */
  public ReadOnlyStringProperty exactlyProperty() {
    return exactly.getReadOnlyProperty();
  }

  /** What became of one end of the range when the other was changed; empty when it stayed. */
  public ReadOnlyStringProperty movedProperty() {
    return moved.getReadOnlyProperty();
  }

  private String told(String key, IntegerProperty end) {
    return texts.of(key, Integer.toString(end.get()));
  }

  /** Sets exactly these. */
  void take(DraftLengths taken) {
    List<Integer> fixed = taken.fixed();
    if (!fixed.isEmpty()) {
      fewest.set(fixed.getFirst());
      most.set(fixed.getLast());
      moved.set("");
    }
    confident.set(has(taken, DraftLength.Confident.class));
    heuristic.set(has(taken, DraftLength.Heuristic.class));
    predicted.set(has(taken, DraftLength.Predicted.class));
    show(Optional.of(taken).filter(asked -> !asked.equals(chosen())));
  }

  private static boolean has(DraftLengths taken, Class<? extends DraftLength> policy) {
    return taken.values().stream().anyMatch(policy::isInstance);
  }

  private void show(Optional<DraftLengths> taken) {
    lengths.set(taken.orElseGet(this::chosen));
    exactly.set(
        taken
            .map(
                asked ->
                    texts.of(
                        "setup.k.exactly",
                        asked.values().stream()
                            .map(DraftLength::label)
                            .collect(Collectors.joining(", "))))
            .orElse(""));
  }

  private DraftLengths chosen() {
    List<DraftLength> chosen = new ArrayList<>();
    IntStream.rangeClosed(fewest.get(), most.get())
        .mapToObj(DraftLength.Fixed::new)
        .forEach(chosen::add);
    if (confident.get()) {
      chosen.add(new DraftLength.Confident(most.get(), CONFIDENCE));
    }
    if (heuristic.get()) {
      chosen.add(new DraftLength.Heuristic(DraftLength.USUAL_MOST));
    }
    if (predicted.get()) {
      chosen.add(new DraftLength.Predicted(DraftLength.USUAL_MOST));
    }
    return new DraftLengths(chosen);
  }
}
