package dev.goldilocks.engine;

import dev.goldilocks.bench.ProbeCodec;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.RunTraces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * Carries out each run in a process of its own, so that a crash of native code, an out-of-memory
 * kill or a driver that hangs costs one run and nothing else. A journal, and a log when the process
 * says anything besides its events, stand in the directory of journals under the run's id.
 */
public final class ProcessRunService implements RunService, ProbeService {

  /** The hidden command that carries out one run. */
  private static final EngineProgram ENGINE =
      new ChildJvm("dev.goldilocks.Main", List.of("engine"));

  /** Most characters of a run's log. */
  private static final long LOG_LIMIT = 16 << 20;

  /** Where a probe leaves its log when its engine says anything besides its events. */
  private static final String PROBE = "probe";

  private final RunQueue queue;
  private final Function<ProbeRequest, Attempt<ProbeEvent>> probeAttempts;

  /**
   * @param journals directory of the journals; made when needed
   */
  public ProcessRunService(Path journals) {
    this(
        journals,
        attempts(journals, ENGINE, Patience.DEFAULT),
        probeAttempts(journals, ENGINE, Patience.DEFAULT),
        Patience.DEFAULT);
  }

  ProcessRunService(
      Path journals,
      RunQueue.Attempts attempts,
      Function<ProbeRequest, Attempt<ProbeEvent>> probeAttempts,
      Patience patience) {
    this.probeAttempts = probeAttempts;
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
        new ProcessAttempt<>(
            new RunConversation(spec, codec),
            program,
            new EngineLog(traces.log(id), LOG_LIMIT),
            traces.crashReport(id),
            patience.toStop());
  }

  /** The same for probes, one after the other. */
  static Function<ProbeRequest, Attempt<ProbeEvent>> probeAttempts(
      Path journals, EngineProgram program, Patience patience) {
    ProbeCodec codec = new ProbeCodec();
    RunTraces traces = new RunTraces(journals);
    return request ->
        new ProcessAttempt<>(
            new ProbeConversation(request, codec),
            program,
            new EngineLog(traces.log(PROBE), LOG_LIMIT),
            traces.crashReport(PROBE),
            patience.toStop());
  }

  @Override
  public ProbeHandle submit(ProbeRequest request) {
    return queue.submit(request, probeAttempts.apply(request));
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
