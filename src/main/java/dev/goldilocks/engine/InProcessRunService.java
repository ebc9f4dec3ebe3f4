package dev.goldilocks.engine;

import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunSpec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Carries out runs in this process, for debugging: a crash of native code ends the program, a call
 * that hangs cannot be cancelled, and memory is that of the whole program. Events, journal and
 * record are those of {@link ProcessRunService}.
 */
public final class InProcessRunService implements RunService {

  private final RunQueue queue;

  /**
   * @param journals directory of the journals; made when needed
   * @param version of this program
   */
  public InProcessRunService(Path journals, String version) {
    this(journals, EngineSession.ofThisProcess(version));
  }

  InProcessRunService(Path journals, Session session) {
    RunCodec codec = new RunCodec();
    queue =
        new RunQueue(
            journals,
            (_, spec) -> new SessionAttempt(spec, codec, session),
            Patience.DEFAULT.silent(),
            new RunIds(new SecureRandom()),
            InstantSource.system());
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
