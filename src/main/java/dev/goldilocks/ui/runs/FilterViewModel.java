package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the list of runs is filtered by, and what there is to choose from. */
public final class FilterViewModel {

  /**
   * Something to filter by.
   *
   * @param choices what the runs have, the empty choice for any of it first
   * @param chosen what is wanted
   */
  public record Facet<T>(ObservableList<Optional<T>> choices, ObjectProperty<Optional<T>> chosen) {

    private static <T> Facet<T> create() {
      return new Facet<>(
          FXCollections.observableArrayList(List.of(Optional.<T>empty())),
          new SimpleObjectProperty<>(Optional.empty()));
    }

    private void offer(Stream<T> values) {
      List<Optional<T>> offered =
          Stream.concat(
                  Stream.of(Optional.<T>empty()), values.distinct().sorted().map(Optional::of))
              .toList();
      if (!choices.equals(offered)) {
        Optional<T> before = chosen.get();
        choices.setAll(offered);
        chosen.set(offered.contains(before) ? before : Optional.empty());
      }
    }
  }

  private final RunWords words;
  private final StringProperty text = new SimpleStringProperty("");
  private final Facet<String> model = Facet.create();
  private final Facet<String> device = Facet.create();
  private final Facet<String> precision = Facet.create();
  private final Facet<DraftLength> draftTokens = Facet.create();
  private final Facet<String> tag = Facet.create();
  private final ReadOnlyObjectWrapper<RunFilter> filter =
      new ReadOnlyObjectWrapper<>(RunFilter.ALL);

  /**
   * @param runs the list, now and later
   * @param texts in which the list shows them
   */
  public FilterViewModel(ObservableList<RunSummary> runs, Texts texts) {
    words = new RunWords(texts);
    text.subscribe(this::change);
    Stream.of(model, device, precision, draftTokens, tag)
        .forEach(facet -> facet.chosen().subscribe(this::change));
    runs.subscribe(() -> offer(runs));
    offer(runs);
  }

  private void offer(List<RunSummary> runs) {
    model.offer(values(runs, RunFilter::models));
    device.offer(values(runs, run -> List.of(words.device(run))));
    precision.offer(values(runs, run -> List.of(RunFilter.precision(run))));
    draftTokens.offer(values(runs, run -> run.spec().draftLengths()));
    tag.offer(values(runs, RunSummary::tags));
  }

  private static <T> Stream<T> values(List<RunSummary> runs, Function<RunSummary, List<T>> of) {
    return runs.stream().flatMap(run -> of.apply(run).stream());
  }

  private void change() {
    filter.set(
        new RunFilter(
            text.get(),
            model.chosen().get(),
            device.chosen().get(),
            precision.chosen().get(),
            draftTokens.chosen().get(),
            tag.chosen().get()));
  }

  /** Wants every run again. */
  public void clear() {
    text.set("");
    Stream.of(model, device, precision, tag).forEach(facet -> facet.chosen().set(Optional.empty()));
    draftTokens.chosen().set(Optional.empty());
  }

  /** Words that must stand in a run. */
  public StringProperty textProperty() {
    return text;
  }

  /** The id of the target or the draft. */
  public Facet<String> model() {
    return model;
  }

  /** The device. */
  public Facet<String> device() {
    return device;
  }

  /** The precision of the weights. */
  public Facet<String> precision() {
    return precision;
  }

  /** K, or the policy that chooses it. */
  public Facet<DraftLength> draftTokens() {
    return draftTokens;
  }

  /** A tag. */
  public Facet<String> tag() {
    return tag;
  }

  /** What comes of it. */
  public ReadOnlyObjectProperty<RunFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }
}
