package dev.goldilocks.ui.bench;

import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.engine.RunHandle;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.engine.RunService;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.live.LiveViewModel;
import dev.goldilocks.ui.live.VerdictViewModel;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.setup.SetupViewModel;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.SpecText;
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

/**
 * Starts the run that is set up, or queues it behind the one that goes on, cancels it, and keeps
 * what came of it.
 */
public final class BenchViewModel {

  private final RunService service;
  private final SetupViewModel setup;
  private final LiveViewModel live;
  private final SavedRunsViewModel saved;
  private final Background background;
  private final Texts texts;
  private final FigureFormat figures;
  private final QueueViewModel queue;
  private final UnsavedRunsViewModel unsaved;

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final LookPace pace = new LookPace(System::nanoTime);
  private final ReadOnlyBooleanWrapper crowded = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<String>> keptRun =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Going> run = Optional.empty();
  private Consumer<RunSpec> started = _ -> {};
  private Optional<Finish> finish = Optional.empty();

  public BenchViewModel(
      RunService service,
      SetupViewModel setup,
      LiveViewModel live,
      SavedRunsViewModel saved,
      Background background,
      Texts texts,
      FigureFormat figures) {
    this.service = service;
    this.setup = setup;
    this.live = live;
    this.saved = saved;
    this.background = background;
    this.texts = texts;
    this.figures = figures;
    queue = new QueueViewModel(new SpecText(texts, figures), texts, figures);
    unsaved = new UnsavedRunsViewModel(saved, texts);
    runnable.bind(setup.blockerProperty().isEmpty());
  }

  private record Going(RunHandle handle, QueueItem item) {}

  /** Who wants to hear that the last run of this window is kept, or that it could not be. */
  private record Finish(Runnable kept, Runnable failed) {}

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

  /** The runs of this window. */
  public QueueViewModel queue() {
    return queue;
  }

  /** The runs of this window that could not be saved. */
  public UnsavedRunsViewModel unsaved() {
    return unsaved;
  }

  /** Starts what is set up, or queues it; does nothing when it cannot be run. */
  public void run() {
    if (runnable.get()) {
      run(setup.spec());
    }
  }

  /** Starts a run, or queues it while another goes on. */
  public void run(RunSpec spec) {
    queue.add(spec);
    if (!running.get()) {
      startNext();
    }
  }

  /** Sets everything up as a run was, without starting it. */
  public void setUpAgain(RunSpec spec) {
    setup.take(spec);
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
      run.map(Going::handle).ifPresent(RunHandle::cancel);
    }
  }

  /**
   * Cancels the run that goes on and starts no other.
   *
   * @param done hears that what it measured is saved; at once when none goes on
   * @param failed hears that it could not be saved
   */
  public void finish(Runnable done, Runnable failed) {
    if (running.get()) {
      finish = Optional.of(new Finish(done, failed));
      cancel();
    } else {
      done.run();
    }
  }

  /** Looks at the run that goes on, unless that would slow it and can wait. */
  public void refresh() {
    if (pace.isDue(crowded.get())) {
      look();
    }
  }

  private void look() {
    pace.looked();
    live.refresh();
    crowded.set(run.map(Going::handle).filter(this::isTimedOnEveryProcessor).isPresent());
  }

  private boolean isTimedOnEveryProcessor(RunHandle handle) {
    return handle.snapshot().phase() == RunPhase.MEASURING
        && setup.device().isFilledBy(handle.spec());
  }

  /** Threads of the run that goes on; of the set-up while none does. */
  public int threads() {
    return run.filter(_ -> running.get())
        .map(going -> going.handle().spec().threads())
        .orElseGet(() -> setup.device().threadsProperty().get());
  }

  /** Ids of the runs that go on. */
  public Set<String> runningIds() {
    return run.filter(_ -> running.get())
        .map(going -> Set.of(going.handle().id()))
        .orElse(Set.of());
  }

  /** Whether a run goes on. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether {@link #run()} would start or queue one. */
  public ReadOnlyBooleanProperty runnableProperty() {
    return runnable.getReadOnlyProperty();
  }

  /** Whether the run was asked to stop and has not yet. */
  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /**
   * Whether a run is being timed on every processor there is: looking at it then costs it speed.
   */
  public ReadOnlyBooleanProperty crowdedProperty() {
    return crowded.getReadOnlyProperty();
  }

  /** What became of the run's figures, in one sentence; empty while it goes on. */
  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** The saved run; empty while there is none. */
  public ReadOnlyObjectProperty<Optional<String>> keptRunProperty() {
    return keptRun.getReadOnlyProperty();
  }

  /** Why the run could not be started, or what it left not removed; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void startNext() {
    Optional<QueueItem> next = queue.next();
    while (next.isPresent() && !start(next.get())) {
      next = queue.next();
    }
  }

  /** Whether the run goes on now; one that cannot be handed over has ended. */
  private boolean start(QueueItem item) {
    RunHandle handle;
    try {
      handle = service.submit(item.spec());
    } catch (ProblemException e) {
      problem.set(e.getMessage());
      item.end(QueueItem.State.FAILED, e.getMessage());
      queue.changed(item);
      return false;
    }
    Going going = new Going(handle, item);
    run = Optional.of(going);
    item.begin();
    queue.changed(item);
    problem.set("");
    kept.set("");
    keptRun.set(Optional.empty());
    cancelling.set(false);
    running.set(true);
    live.watch(handle);
    handle.whenPairMeasured(() -> background.onWindow(() -> rested(going)));
    started.accept(handle.spec());
    var _ =
        handle.outcome().thenAccept(outcome -> background.onWindow(() -> ended(going, outcome)));
    return true;
  }

  private void rested(Going going) {
    if (crowded.get() && run.equals(Optional.of(going))) {
      look();
    }
  }

  private void ended(Going going, RunOutcome outcome) {
    if (!run.equals(Optional.of(going))) {
      return;
    }
    running.set(false);
    cancelling.set(false);
    look();
    boolean isLast = finish.isPresent();
    switch (outcome) {
      case RunOutcome.Completed(RunRecord record) -> {
        going.item().end(QueueItem.State.FINISHED, speedup(record));
        keep(going, record, "bench.kept");
      }
      case RunOutcome.Cancelled(Optional<RunRecord> partial) -> {
        going.item().end(QueueItem.State.CANCELLED, "");
        keepPartial(going, partial);
      }
      case RunOutcome.Failed failed -> {
        going.item().end(QueueItem.State.FAILED, failed.sentence());
        keepPartial(going, failed.partial());
      }
    }
    queue.changed(going.item());
    if (!isLast) {
      startNext();
    }
  }

  private void finished() {
    Optional<Finish> waiting = finish;
    finish = Optional.empty();
    waiting.map(Finish::kept).ifPresent(Runnable::run);
  }

  private void failed() {
    Optional<Finish> waiting = finish;
    finish = Optional.empty();
    waiting.map(Finish::failed).ifPresent(Runnable::run);
  }

  private void keepPartial(Going going, Optional<RunRecord> partial) {
    partial.ifPresentOrElse(
        record -> keep(going, record, "bench.kept.partial"),
        () -> {
          kept.set(texts.of("bench.kept.nothing"));
          saved.forget(going.handle().id(), problem::set);
          finished();
        });
  }

  private void keep(Going going, RunRecord record, String sentence) {
    Runnable done =
        () -> {
          going.item().saved(record.id());
          queue.changed(going.item());
          if (run.equals(Optional.of(going))) {
            kept.set(texts.of(sentence, record.name()));
            keptRun.set(Optional.of(record.id()));
          }
          finished();
        };
    saved.save(
        record,
        done,
        why -> {
          unsaved.add(record, why, done);
          failed();
        });
  }

  private String speedup(RunRecord record) {
    return VerdictViewModel.fastest(record.results())
        .map(
            fastest ->
                fastest.speedup().ends().areKnown()
                    ? texts.of(
                        "queue.speedup",
                        figures.ratio(fastest.speedup()),
                        SetUpText.draftTokens(fastest))
                    : texts.of(
                        "queue.speedup.few",
                        figures.ratio(fastest.speedup().value()),
                        SetUpText.draftTokens(fastest)))
        .orElse("");
  }
}
