package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunContext;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.Tags;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.charts.ChartsViewModel;
import dev.goldilocks.ui.live.VerdictViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The page of the run that is picked in the list, with its samples, and what people call it. */
public final class RunPageViewModel {

  private final SavedRunsViewModel saved;
  private final RunLibrary library;
  private final Background background;
  private final ChartsViewModel charts;
  private final VerdictViewModel verdict;
  private final ReadOnlyObjectWrapper<Optional<RunRecord>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * @param charts shows the run's charts
   * @param verdict says what its figures mean
   */
  public RunPageViewModel(
      SavedRunsViewModel saved,
      RunLibrary library,
      Background background,
      ChartsViewModel charts,
      VerdictViewModel verdict) {
    this.saved = saved;
    this.library = library;
    this.background = background;
    this.charts = charts;
    this.verdict = verdict;
    saved.shownProperty().subscribe(this::load);
  }

  private void load(Optional<RunSummary> shown) {
    problem.set("");
    if (shown.isEmpty()) {
      show(Optional.empty());
    } else {
      background.load(
          () -> Page.of(library.read(shown.get().id())),
          read -> {
            if (saved.shownProperty().get().equals(shown)) {
              show(Optional.of(read));
            }
          },
          problem::set);
    }
  }

  /** A run with what its charts and its verdict are made from, which takes a while to compute. */
  private record Page(RunRecord run, Comparison figures, RunContext context) {

    static Page of(RunRecord run) {
      return new Page(run, Comparison.of(List.of(run)), RunContext.of(run));
    }
  }

  private void show(Optional<Page> shown) {
    if (!shown.map(page -> page.run().id()).equals(run.get().map(RunRecord::id))) {
      verdict.clear();
    }
    shown.ifPresent(page -> verdict.show(page.run(), page.context()));
    run.set(shown.map(Page::run));
    charts.show(shown.map(Page::figures));
  }

  /** Gives the run another name; a blank one is not taken. */
  public void rename(String name) {
    String stripped = name.strip();
    if (!stripped.isEmpty()) {
      change(record -> record.withName(stripped));
    }
  }

  /**
   * Gives the run other tags.
   *
   * @param tags parted by commas
   */
  public void tag(String tags) {
    List<String> after = List.of(tags.split(",", -1));
    run.get()
        .map(RunRecord::tags)
        .ifPresent(
            before ->
                // Another window may have tagged it since it was read.
                change(record -> record.withTags(Tags.merged(record.tags(), before, after))));
  }

  /** Gives the run another note. */
  public void remark(String note) {
    change(record -> record.withNote(note.strip()));
  }

  private void change(UnaryOperator<RunRecord> change) {
    Optional<RunRecord> before = run.get();
    if (before.isPresent() && !change.apply(before.get()).equals(before.get())) {
      background.load(
          () -> library.update(before.get().id(), change), _ -> saved.refresh(), problem::set);
    }
  }

  /** The run; empty while none is picked, and until it is read. */
  public ReadOnlyObjectProperty<Optional<RunRecord>> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The run's charts. */
  public ChartsViewModel charts() {
    return charts;
  }

  /** What its figures mean, at the K that is picked among them. */
  public VerdictViewModel verdict() {
    return verdict;
  }

  /** What went wrong, in one sentence; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
