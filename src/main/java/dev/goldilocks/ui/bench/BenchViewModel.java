package dev.goldilocks.ui.bench;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.engine.RunHandle;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.engine.RunService;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.live.LiveViewModel;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.setup.SetupViewModel;
import dev.goldilocks.ui.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Starts the run that is set up, cancels it, and keeps what came of it. */
public final class BenchViewModel {

  private final RunService service;
  private final SetupViewModel setup;
  private final LiveViewModel live;
  private final SavedRunsViewModel saved;
  private final Background background;
  private final Texts texts;

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<String>> keptRun =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<RunHandle> run = Optional.empty();
  private Consumer<RunSpec> started = _ -> {};

  public BenchViewModel(
      RunService service,
      SetupViewModel setup,
      LiveViewModel live,
      SavedRunsViewModel saved,
      Background background,
      Texts texts) {
    this.service = service;
    this.setup = setup;
    this.live = live;
    this.saved = saved;
    this.background = background;
    this.texts = texts;
    runnable.bind(setup.blockerProperty().isEmpty().and(running.not()));
  }

  /** What is asked for. */
  public SetupViewModel setup() {
    return setup;
  }

  /** What comes of it. */
  public LiveViewModel live() {
    return live;
  }

  /** Hears of every run that is started. */
  public void setOnStarted(Consumer<RunSpec> listener) {
    started = listener;
  }

  /** Starts the run; does nothing when it cannot be. */
  public void run() {
    if (!runnable.get()) {
      return;
    }
    RunHandle handle;
    try {
      handle = service.submit(setup.spec());
    } catch (ProblemException e) {
      problem.set(e.getMessage());
      return;
    }
    run = Optional.of(handle);
    problem.set("");
    kept.set("");
    keptRun.set(Optional.empty());
    cancelling.set(false);
    running.set(true);
    live.watch(handle);
    started.accept(handle.spec());
    var _ =
        handle.outcome().thenAccept(outcome -> background.onWindow(() -> ended(handle, outcome)));
  }

  /** Stops watching: whatever becomes of the run is not heard any more. */
  public void leave() {
    run = Optional.empty();
    running.set(false);
  }

  /** Asks the run to stop; does nothing when none is going on. */
  public void cancel() {
    if (running.get()) {
      cancelling.set(true);
      run.ifPresent(RunHandle::cancel);
    }
  }

  /** Looks at the run that goes on. */
  public void refresh() {
    live.refresh();
  }

  /** Ids of the runs that go on. */
  public Set<String> runningIds() {
    return run.filter(_ -> running.get()).map(handle -> Set.of(handle.id())).orElse(Set.of());
  }

  /** Whether a run goes on. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether {@link #run} would start one. */
  public ReadOnlyBooleanProperty runnableProperty() {
    return runnable.getReadOnlyProperty();
  }

  /** Whether the run was asked to stop and has not yet. */
  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /** What became of the run's figures, in one sentence; empty while it goes on. */
  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** The saved run; empty while there is none. */
  public ReadOnlyObjectProperty<Optional<String>> keptRunProperty() {
    return keptRun.getReadOnlyProperty();
  }

  /** Why the run could not be started or saved; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void ended(RunHandle handle, RunOutcome outcome) {
    if (!run.equals(Optional.of(handle))) {
      return;
    }
    running.set(false);
    cancelling.set(false);
    live.refresh();
    switch (outcome) {
      case RunOutcome.Completed(RunRecord record) -> keep(record, "bench.kept");
      case RunOutcome.Cancelled(Optional<RunRecord> partial) ->
          partial.ifPresentOrElse(record -> keep(record, "bench.kept.partial"), this::keepNothing);
      case RunOutcome.Failed failed ->
          failed
              .partial()
              .ifPresentOrElse(record -> keep(record, "bench.kept.partial"), this::keepNothing);
    }
  }

  private void keepNothing() {
    kept.set(texts.of("bench.kept.nothing"));
    run.ifPresent(handle -> saved.forget(handle.id(), problem::set));
  }

  private void keep(RunRecord record, String sentence) {
    saved.save(
        record,
        () -> {
          kept.set(texts.of(sentence, record.name()));
          keptRun.set(Optional.of(record.id()));
        },
        problem::set);
  }
}
