package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine process: one run, asked for on standard input, told on standard output. See {@link
 * ProcessAttempt} for what passes between.
 */
public final class EngineChild {

  /** Longest wait of an event for the batch that it goes out with: the window looks as often. */
  private static final Duration BATCH = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(EngineChild.class);
  private static final Path OUT_OF_MEMORY_SCORE = Path.of("/proc/self/oom_score_adj");

  private final Session session;
  private final Runnable hostGone;
  private final RunCodec codec = new RunCodec();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * @param hostGone ends the process; runs when the host has gone and nobody can hear of the run
   */
  EngineChild(Session session, Runnable hostGone) {
    this.session = session;
    this.hostGone = hostGone;
  }

  /**
   * Carries out the run that is asked for, and nothing else, in this process. When the host goes,
   * the process ends at once, without a word: its work is of no use to anyone.
   *
   * @param version of this program
   * @param in standard input
   * @param out standard output; events have it for themselves
   * @return the exit code: 0 finished, 1 failed, 2 the request is wrong, 130 cancelled
   */
  public static int run(String version, InputStream in, PrintStream out) {
    goFirstWhenMemoryRunsOut();
    return new EngineChild(EngineSession.ofThisProcess(version), EngineChild::halt).serve(in, out);
  }

  /** Tells a Linux kernel to end this process, and not its host, when the system has no memory. */
  private static void goFirstWhenMemoryRunsOut() {
    if (Files.isWritable(OUT_OF_MEMORY_SCORE)) {
      try {
        Files.writeString(OUT_OF_MEMORY_SCORE, "1000");
      } catch (IOException e) {
        LOG.warn("The kernel may end the host when memory runs out", e);
      }
    }
  }

  /** Not an orderly exit: that would wait for the native call that is under way. */
  static void halt() {
    Runtime.getRuntime().halt(ExitCode.CANCELLED);
  }

  /** Carries out one run; whatever prints to {@link System#out} meanwhile goes to its error. */
  int serve(InputStream in, PrintStream out) {
    PrintStream before = System.out;
    System.setOut(System.err);
    try (EventPipe events = new EventPipe(out, codec, BATCH, hostGone)) {
      RunEvent last = carryOut(new LineReader(in, EventStream.LINE_LIMIT), events);
      events.accept(last);
      return exitCode(last);
    } finally {
      System.setOut(before);
    }
  }

  private RunEvent carryOut(LineReader in, EventPipe events) {
    try {
      Optional<String> request = in.next();
      if (request.isEmpty()) {
        return new RunEvent.Cancelled();
      }
      RunSpec spec = codec.readSpec(request.get());
      Thread.ofPlatform().daemon().name("host").start(() -> listen(in));
      return session.run(spec, events, cancelled::get);
    } catch (IOException e) {
      return new RunEvent.Cancelled();
    } catch (ProblemException e) {
      return new RunEvent.Failed(e.getMessage(), FailureKind.REQUEST);
    }
  }

  private void listen(LineReader in) {
    try {
      for (Optional<String> line = in.next(); line.isPresent(); line = in.next()) {
        if (line.get().equals(ProcessAttempt.CANCEL)) {
          cancelled.set(true);
        }
      }
    } catch (IOException e) {
      LOG.warn("Standard input broke off", e);
    }
    hostGone.run();
  }

  private static int exitCode(RunEvent last) {
    return switch (last) {
      case RunEvent.Finished _ -> ExitCode.DONE;
      case RunEvent.Cancelled _ -> ExitCode.CANCELLED;
      case RunEvent.Failed(String _, FailureKind kind) ->
          switch (kind) {
            case REQUEST -> ExitCode.REQUEST_WRONG;
            case ENGINE -> ExitCode.FAILED;
          };
      case RunEvent.Started _,
          RunEvent.ModelLoaded _,
          RunEvent.Planned _,
          RunEvent.WarmingUp _,
          RunEvent.SideStarted _,
          RunEvent.FirstToken _,
          RunEvent.Stepped _,
          RunEvent.PairMeasured _,
          RunEvent.TextReviewed _,
          RunEvent.TokensNamed _,
          RunEvent.MemoryRead _ ->
          throw new IllegalArgumentException("not an end: " + last);
    };
  }
}
