package dev.goldilocks.engine;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.RunTraces;
import dev.goldilocks.decode.Precision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs in the order in which they were asked for, with one worker thread for each device. Safe for
 * use by several threads.
 */
final class RunQueue implements RunService {

  /** Makes the attempt that carries a run out. */
  interface Attempts {
    Attempt make(String id, RunSpec spec);
  }

  private final Path journals;
  private final Attempts attempts;
  private final Duration silent;
  private final RunIds ids;
  private final InstantSource clock;
  private final RunCodec codec = new RunCodec();

  private final Map<String, ExecutorService> workers = new HashMap<>();
  private final Set<LiveRun> live = new LinkedHashSet<>();
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
    if (closed) {
      throw new IllegalStateException("The service is closed.");
    }
    Instant now = clock.instant();
    String id = ids.next(now);
    LiveRun run =
        new LiveRun(
            new JournalHeader(id, name(spec), now, spec),
            new RunTraces(journals).journal(id),
            attempts.make(id, spec),
            silent,
            codec);
    live.add(run);
    CompletableFuture<?> _ = run.outcome().thenRun(() -> forget(run));
    workers.computeIfAbsent(spec.device(), RunQueue::worker).execute(run::carryOut);
    return run;
  }

  private static ExecutorService worker(String device) {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("runs-on-" + device).factory());
  }

  private static String name(RunSpec spec) {
    return directoryName(spec.target().directory())
        + " + "
        + switch (spec.draft()) {
          case ModelChoice(Path directory, Precision _) -> directoryName(directory);
          case PromptLookup _ -> PromptLookup.NAME;
        };
  }

  private static String directoryName(Path directory) {
    Path name = directory.toAbsolutePath().normalize().getFileName();
    return name == null ? directory.toString() : name.toString();
  }

  private synchronized void forget(LiveRun run) {
    live.remove(run);
  }

  private synchronized List<LiveRun> refuseMore() {
    closed = true;
    workers.values().forEach(ExecutorService::shutdown);
    return List.copyOf(live);
  }

  @Override
  public void close() {
    List<LiveRun> left = refuseMore();
    left.forEach(LiveRun::cancel);
    left.forEach(run -> run.outcome().join());
  }
}
