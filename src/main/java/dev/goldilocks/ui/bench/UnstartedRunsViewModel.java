package dev.goldilocks.ui.bench;

import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.ui.text.SpecText;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Runs that waited when the window was closed last. They are offered until people queue or discard
 * them, and kept from start to start until then.
 */
public final class UnstartedRunsViewModel {

  private final BenchViewModel bench;
  private final SpecText specs;
  private final ObservableList<RunSpec> runs = FXCollections.observableArrayList();
  private final ObservableList<RunSpec> view = FXCollections.unmodifiableObservableList(runs);

  /**
   * @param left those of the last time
   */
  public UnstartedRunsViewModel(List<RunSpec> left, BenchViewModel bench, SpecText specs) {
    this.bench = bench;
    this.specs = specs;
    runs.setAll(left);
  }

  /** The runs that are offered, in the order in which they waited. */
  public ObservableList<RunSpec> runs() {
    return view;
  }

  /** What the first of them asks for, in one line; empty when there is none. */
  public String first() {
    return runs.stream()
        .findFirst()
        .map(spec -> specs.models(spec) + " · " + specs.conditions(spec))
        .orElse("");
  }

  /** Queues all of them; the first starts when none goes on. */
  public void queue() {
    List<RunSpec> offered = List.copyOf(runs);
    runs.clear();
    offered.forEach(bench::run);
  }

  /** Forgets them. */
  public void discard() {
    runs.clear();
  }

  /** All that is to be offered when the window opens next: these, and what waits in the queue. */
  public List<RunSpec> toKeep() {
    return Stream.concat(runs.stream(), bench.queue().waiting().stream()).toList();
  }
}
