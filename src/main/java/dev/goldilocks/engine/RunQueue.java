package dev.goldilocks.engine;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.RunTraces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Runs and probes in the order in which they were asked for, with one worker thread for each
 * device. Safe for use by several threads.
 */
final class RunQueue implements RunService {

  /** Makes the attempt that carries a run out. */
  interface Attempts {
    Attempt<RunEvent> make(String id, RunSpec spec);
  }

  private final Path journals;
  private final Attempts attempts;
  private final Duration silent;
  private final RunIds ids;
  private final InstantSource clock;
  private final RunCodec codec = new RunCodec();

  private final DeviceWorkers workers = new DeviceWorkers();
  private final Set<LiveRun> live = new LinkedHashSet<>();
  private final Set<LiveProbe> probes = new LinkedHashSet<>();
  private boolean closed;

  /**
   * @param journals directory of the journals; made when needed
   * @param silent time without an event after which a run's snapshot says so
   */
  RunQueue(Path journals, Attempts attempts, Duration silent, RunIds ids, InstantSource clock) {
    this.journals = journals;
    this.attempts = attempts;
    this.silent = silent;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public synchronized LiveRun submit(RunSpec spec) {
    requireOpen();
    Instant now = clock.instant();
    String id = ids.next(now);
    LiveRun run =
        new LiveRun(
            new JournalHeader(id, RunName.of(spec), now, spec),
            new RunTraces(journals).journal(id),
            attempts.make(id, spec),
            silent,
            codec);
    live.add(run);
    CompletableFuture<?> _ = run.outcome().thenRun(() -> forget(run));
    workers.execute(spec.device(), run::carryOut);
    return run;
  }

  /** Queues a probe behind what was asked for before. */
  synchronized LiveProbe submit(ProbeRequest request, Attempt<ProbeEvent> attempt) {
    requireOpen();
    LiveProbe probe = new LiveProbe(request, attempt);
    probes.add(probe);
    CompletableFuture<?> _ = probe.outcome().thenRun(() -> forget(probe));
    workers.execute(request.device(), probe::carryOut);
    return probe;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The service is closed.");
    }
  }

  private synchronized void forget(LiveRun run) {
    live.remove(run);
  }

  private synchronized void forget(LiveProbe probe) {
    probes.remove(probe);
  }

  private synchronized void refuseMore() {
    closed = true;
    workers.shutdown();
  }

  private synchronized List<LiveRun> liveRuns() {
    return List.copyOf(live);
  }

  private synchronized List<LiveProbe> liveProbes() {
    return List.copyOf(probes);
  }

  @Override
  public void close() {
    refuseMore();
    List<LiveRun> runs = liveRuns();
    List<LiveProbe> probing = liveProbes();
    runs.forEach(LiveRun::cancel);
    probing.forEach(LiveProbe::cancel);
    runs.forEach(run -> run.outcome().join());
    probing.forEach(probe -> probe.outcome().join());
  }
}
