package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ProbeCodec;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine process: one run or probe, asked for on standard input, told on standard output. See
 * {@link ProcessAttempt} for what passes between.
 */
public final class EngineChild {

  /** Longest wait of an event for the batch that it goes out with, beside a free processor. */
  private static final Duration BATCH = Duration.ofMillis(100);

  /** The same when every processor measures: whoever is woken takes a pass its time. */
  private static final Duration BATCH_IN_A_CROWD = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(EngineChild.class);
  private static final Path OUT_OF_MEMORY_SCORE = Path.of("/proc/self/oom_score_adj");

  private final Session session;
  private final ProbeSession probes;
  private final Runnable hostGone;
  private final RunCodec codec = new RunCodec();
  private final ProbeCodec probeCodec = new ProbeCodec();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * @param hostGone ends the process; runs when the host has gone and nobody can hear of the run
   */
  EngineChild(Session session, ProbeSession probes, Runnable hostGone) {
    this.session = session;
    this.probes = probes;
    this.hostGone = hostGone;
  }

  /**
   * Carries out the run or the probe that is asked for, and nothing else, in this process. When the
   * host goes, the process ends at once, without a word: its work is of no use to anyone.
   *
   * @param version of this program
   * @param in standard input
   * @param out standard output; events have it for themselves
   * @return the exit code: 0 finished, 1 failed, 2 the request is wrong, 130 cancelled
   */
  public static int run(String version, InputStream in, PrintStream out) {
    goFirstWhenMemoryRunsOut();
    return new EngineChild(
            EngineSession.ofThisProcess(version),
            new EngineProbeSession(ProbeBenchmark.withLibtorch(version)),
            EngineChild::halt)
        .serve(in, out);
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

  /**
   * Carries out what is asked; whatever prints to {@link System#out} meanwhile goes to its error.
   */
  int serve(InputStream in, PrintStream out) {
    PrintStream before = System.out;
    System.setOut(System.err);
    try {
      LineReader lines = new LineReader(in, EventStream.LINE_LIMIT);
      Optional<String> request = request(lines);
      return request.filter(probeCodec::isRequest).isPresent()
          ? serveProbe(request.get(), lines, out)
          : serveRun(request, lines, out);
    } finally {
      System.setOut(before);
    }
  }

  private static Optional<String> request(LineReader in) {
    try {
      return in.next();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private int serveRun(Optional<String> request, LineReader in, PrintStream out) {
    RunSpec spec;
    try {
      if (request.isEmpty()) {
        return end(new RunEvent.Cancelled(), out);
      }
      spec = codec.readSpec(request.get());
    } catch (ProblemException e) {
      return end(new RunEvent.Failed(e.getMessage(), FailureKind.REQUEST), out);
    }
    listenTo(in);
    boolean crowded = spec.threads() >= Runtime.getRuntime().availableProcessors();
    try (EventPipe pipe = new EventPipe(out, codec, crowded ? BATCH_IN_A_CROWD : BATCH, hostGone)) {
      RunEvent last = session.run(spec, crowded ? new RestAfterPair(pipe) : pipe, cancelled::get);
      pipe.accept(last);
      return exitCode(last);
    }
  }

  private int end(RunEvent last, PrintStream out) {
    try (EventPipe pipe = new EventPipe(out, codec, BATCH, hostGone)) {
      pipe.accept(last);
      return exitCode(last);
    }
  }

  /** A probe has few events, and none while the clock runs: they need no pipe of their own. */
  private int serveProbe(String request, LineReader in, PrintStream out) {
    ProbeEvent last = carryOut(request, in, event -> tell(event, out));
    tell(last, out);
    return exitCode(last);
  }

  private ProbeEvent carryOut(String request, LineReader in, Consumer<ProbeEvent> events) {
    try {
      ProbeRequest asked = probeCodec.readRequest(request);
      listenTo(in);
      return probes.run(asked, events, cancelled::get);
    } catch (ProblemException e) {
      return new ProbeEvent.Failed(e.getMessage(), FailureKind.REQUEST);
    }
  }

  private void tell(ProbeEvent event, PrintStream out) {
    byte[] line = (probeCodec.write(event) + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(line, 0, line.length);
    out.flush();
  }

  private void listenTo(LineReader in) {
    Thread.ofPlatform().daemon().name("host").start(() -> listen(in));
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
      case RunEvent.Failed(String _, FailureKind kind) -> exitCode(kind);
      case RunEvent.Started _,
          RunEvent.CeilingsMeasured _,
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

  private static int exitCode(ProbeEvent last) {
    return switch (last) {
      case ProbeEvent.Finished _ -> ExitCode.DONE;
      case ProbeEvent.Cancelled _ -> ExitCode.CANCELLED;
      case ProbeEvent.Failed(String _, FailureKind kind) -> exitCode(kind);
      case ProbeEvent.Reached _ -> throw new IllegalArgumentException("not an end: " + last);
    };
  }

  private static int exitCode(FailureKind kind) {
    return switch (kind) {
      case REQUEST -> ExitCode.REQUEST_WRONG;
      case ENGINE -> ExitCode.FAILED;
    };
  }
}
