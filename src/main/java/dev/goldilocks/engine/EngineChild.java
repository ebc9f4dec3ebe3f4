package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The engine process: one run, asked for on standard input, told on standard output. See {@link
 * ProcessAttempt} for what passes between.
 */
public final class EngineChild {

  /** Longest wait of an event for the batch that it goes out with: the window looks as often. */
  private static final Duration BATCH = Duration.ofMillis(100);

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
    return new EngineChild(EngineSession.ofThisProcess(version), EngineChild::halt).serve(in, out);
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
      System.err.println("[engine] Standard input broke off: " + e.getMessage());
    }
    hostGone.run();
  }

  private static int exitCode(RunEvent last) {
    return switch (last) {
      case RunEvent.Finished _ -> ExitCode.FINISHED;
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
          RunEvent.MemoryRead _ ->
          throw new IllegalArgumentException("not an end: " + last);
    };
  }
}
