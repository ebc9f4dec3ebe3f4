package dev.goldilocks.engine;

import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.RunTraces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * Carries out each run in a process of its own, so that a crash of native code, an out-of-memory
 * kill or a driver that hangs costs one run and nothing else. A journal, and a log when the process
 * says anything besides its events, stand in the directory of journals under the run's id.
 */
public final class ProcessRunService implements RunService {

  /** The hidden command that carries out one run. */
  private static final EngineProgram ENGINE =
      new ChildJvm("dev.goldilocks.Main", List.of("engine"));

  /** Most characters of a run's log. */
  private static final long LOG_LIMIT = 16 << 20;

  private final RunQueue queue;

  /**
   * @param journals directory of the journals; made when needed
   */
  public ProcessRunService(Path journals) {
    this(journals, attempts(journals, ENGINE, Patience.DEFAULT), Patience.DEFAULT);
  }

  ProcessRunService(Path journals, RunQueue.Attempts attempts, Patience patience) {
    queue =
        new RunQueue(
            journals,
            attempts,
            patience.silent(),
            new RunIds(new SecureRandom()),
            InstantSource.system());
  }

  /** Attempts in processes of this program, with their logs beside the journals. */
  static RunQueue.Attempts attempts(Path journals, EngineProgram program, Patience patience) {
    RunCodec codec = new RunCodec();
    RunTraces traces = new RunTraces(journals);
    return (id, spec) ->
        new ProcessAttempt(
            spec,
            codec,
            program,
            new EngineLog(traces.log(id), LOG_LIMIT),
            traces.crashReport(id),
            patience.toStop());
  }

  @Override
  public RunHandle submit(RunSpec spec) {
    return queue.submit(spec);
  }

  @Override
  public void close() {
    queue.close();
  }
}
