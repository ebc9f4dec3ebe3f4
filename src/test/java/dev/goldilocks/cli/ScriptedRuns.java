package dev.goldilocks.cli;

import dev.goldilocks.bench.RunActivity;
import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.engine.RunHandle;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.engine.RunService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Runs that go on as a test says: snapshot by snapshot, then the outcome. */
final class ScriptedRuns implements RunServices {

  static final String ID = "2026-11-23-a1";

  private final List<RunSnapshot> snapshots = new ArrayList<>();
  private RunOutcome outcome = new RunOutcome.Cancelled(Optional.empty());
  private Optional<RunOutcome> whenCancelled = Optional.empty();
  private Runnable meanwhile = () -> {};

  final List<RunSpec> specs = new ArrayList<>();
  final List<String> opened = new ArrayList<>();
  int closed;

  /** Ends with this. */
  void end(RunOutcome how) {
    outcome = how;
  }

  /** Does not end before it is cancelled, and then with this. */
  void endWhenCancelled(RunOutcome how) {
    whenCancelled = Optional.of(how);
  }

  /** Does this once a run has begun. */
  void meanwhile(Runnable action) {
    meanwhile = action;
  }

  /** Shows this on the way. */
  void show(RunSnapshot snapshot) {
    snapshots.add(snapshot);
  }

  /** A snapshot in which nothing but the phase and what goes on is known. */
  static RunSnapshot snapshot(RunPhase phase, RunActivity activity) {
    return snapshot(phase, activity, 0);
  }

  /** The same at a time of the run, in milliseconds. */
  static RunSnapshot snapshot(RunPhase phase, RunActivity activity, long elapsedMillis) {
    return new RunSnapshot(
        phase,
        activity,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        -1,
        elapsedMillis,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Steadiness.UNKNOWN,
        List.of(),
        Optional.empty());
  }

  @Override
  public RunService inProcessesOfTheirOwn() {
    opened.add("process");
    return new Service();
  }

  @Override
  public RunService inThisProcess() {
    opened.add("in-process");
    return new Service();
  }

  private final class Service implements RunService {

    @Override
    public RunHandle submit(RunSpec spec) {
      specs.add(spec);
      meanwhile.run();
      return new Handle(spec);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final class Handle implements RunHandle {

    private final RunSpec spec;
    private final CompletableFuture<RunOutcome> ending = new CompletableFuture<>();
    private int shown;

    Handle(RunSpec spec) {
      this.spec = spec;
      endAfterLastSnapshot();
    }

    @Override
    public String id() {
      return ID;
    }

    @Override
    public RunSpec spec() {
      return spec;
    }

    @Override
    public RunSnapshot snapshot() {
      RunSnapshot snapshot = snapshots.get(shown);
      shown++;
      endAfterLastSnapshot();
      return snapshot;
    }

    @Override
    public void whenPairMeasured(Runnable action) {}

    @Override
    public void cancel() {
      whenCancelled.ifPresent(ending::complete);
    }

    @Override
    public CompletableFuture<RunOutcome> outcome() {
      return ending;
    }

    private void endAfterLastSnapshot() {
      if (shown == snapshots.size() && whenCancelled.isEmpty()) {
        ending.complete(outcome);
      }
    }
  }
}
