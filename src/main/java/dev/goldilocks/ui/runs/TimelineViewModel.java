package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.Timeline;
import dev.goldilocks.chart.TimelineContent;
import dev.goldilocks.ui.background.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which text of a run has its timeline shown. */
public final class TimelineViewModel {

  /**
   * A timeline with the run that it is of.
   *
   * @param run the run
   * @param content timeline of one of its pairs, ready to be drawn
   */
  public record Shown(RunRecord run, TimelineContent content) {

    /** The timeline itself. */
    public Timeline timeline() {
      return content.timeline();
    }
  }

  private final Background background;
  private final ObservableList<Prompt> prompts = FXCollections.observableArrayList();
  private final ObservableList<DraftLength> lengths = FXCollections.observableArrayList();
  private final ObservableList<Integer> repeats = FXCollections.observableArrayList();
  private final ObjectProperty<Prompt> prompt = new SimpleObjectProperty<>();
  private final ObjectProperty<DraftLength> chosenLength = new SimpleObjectProperty<>();
  private final ObjectProperty<Integer> repeat = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<RunRecord> run = Optional.empty();
  private boolean isFilling;

  /**
   * @param run the run whose texts there are to choose from
   */
  public TimelineViewModel(ReadOnlyObjectProperty<Optional<RunRecord>> run, Background background) {
    this.background = background;
    run.subscribe(this::take);
    Stream.of(prompt, chosenLength, repeat)
        .forEach(choice -> choice.addListener((_, _, _) -> load()));
  }

  private void take(Optional<RunRecord> next) {
    run = next;
    List<PairSample> pairs = next.map(RunRecord::samples).orElse(List.of());
    isFilling = true;
    fill(prompts, prompt, pairs, pair -> pair.plan().prompt());
    fill(lengths, chosenLength, pairs, pair -> pair.plan().length());
    fill(repeats, repeat, pairs, pair -> pair.plan().repeat());
    isFilling = false;
    load();
  }

  /** What was chosen stays chosen where the run has it. */
  private static <T> void fill(
      ObservableList<T> items,
      ObjectProperty<T> chosen,
      List<PairSample> pairs,
      Function<PairSample, T> part) {
    T before = chosen.get();
    items.setAll(pairs.stream().map(part).distinct().toList());
    if (before == null || !items.contains(before)) {
      chosen.set(items.isEmpty() ? null : items.getFirst());
    } else {
      chosen.set(before);
    }
  }

  private void load() {
    if (isFilling) {
      return;
    }
    Optional<RunRecord> of = run;
    Optional<PairSample> wanted = of.flatMap(this::chosen);
    problem.set("");
    if (wanted.isEmpty()) {
      shown.set(Optional.empty());
      return;
    }
    background.load(
        () -> shown(of.orElseThrow(), wanted.get()),
        loaded -> {
          if (run.equals(of) && of.flatMap(this::chosen).equals(wanted)) {
            shown.set(Optional.of(loaded));
          }
        },
        problem::set);
  }

  private static Shown shown(RunRecord run, PairSample pair) {
    return new Shown(run, TimelineContent.of(Timeline.of(pair, run.tokens()), run.tokens()));
  }

  /** The chosen pair; a run that broke off may lack it. */
  private Optional<PairSample> chosen(RunRecord of) {
    return of.samples().stream()
        .filter(pair -> pair.plan().prompt().equals(prompt.get()))
        .filter(pair -> pair.plan().length().equals(chosenLength.get()))
        .filter(pair -> Integer.valueOf(pair.plan().repeat()).equals(repeat.get()))
        .findFirst();
  }

  /** The prompts of the run. */
  public ObservableList<Prompt> prompts() {
    return prompts;
  }

  /** The values of K of the run. */
  public ObservableList<DraftLength> lengths() {
    return lengths;
  }

  /** The repeats of the run, from 0. */
  public ObservableList<Integer> repeats() {
    return repeats;
  }

  /** The chosen prompt; {@code null} when there is none. */
  public ObjectProperty<Prompt> promptProperty() {
    return prompt;
  }

  /** The chosen K; {@code null} when there is none. */
  public ObjectProperty<DraftLength> lengthProperty() {
    return chosenLength;
  }

  /** The chosen repeat; {@code null} when there is none. */
  public ObjectProperty<Integer> repeatProperty() {
    return repeat;
  }

  /** The timeline of what is chosen; empty when the run has no such pair. */
  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What went wrong, in one sentence; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
