package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.problem.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A run or a probe in a process of its own. The process is not trusted: whatever it prints, and
 * however it ends, the host goes on and says what happened.
 *
 * <p>Line one of the process's standard input is the request; a line {@value #CANCEL} asks it to
 * stop; the end of input tells it that the host is gone. It writes one event a line on standard
 * output. Other lines there, and all of standard error, go to the log.
 *
 * @param <E> what happens in it
 */
final class ProcessAttempt<E> implements Attempt<E> {

  /** The line that asks the process to stop. */
  static final String CANCEL = "cancel";

  private final Conversation<E> conversation;
  private final EngineProgram program;
  private final EngineLog log;
  private final Path crashReport;
  private final Duration patience;

  /** Lines for the process: one that does not read them must not hold up who sends them. */
  private final ExecutorService input =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("engine-input").factory());

  private Optional<Process> running = Optional.empty();
  private boolean cancelled;
  private volatile boolean ended;

  /**
   * @param conversation what is said
   * @param log hears what the process says besides its events; closed at the end of {@link #run}
   * @param crashReport where the Java machine writes its report when native code crashes
   * @param patience from asking the process to stop, or from its last event, to killing it
   */
  ProcessAttempt(
      Conversation<E> conversation,
      EngineProgram program,
      EngineLog log,
      Path crashReport,
      Duration patience) {
    this.conversation = conversation;
    this.program = program;
    this.log = log;
    this.crashReport = crashReport;
    this.patience = patience;
  }

  @Override
  public void run(EventListener<E> listener) {
    try {
      Optional<Process> process = start();
      process.ifPresent(started -> awaitEnd(started, listener));
      if (!ended) {
        tell(unsaidEnd(process), listener);
      }
    } catch (IOException e) {
      tell(
          conversation.failed(
              "The engine process could not be started ("
                  + e.getMessage()
                  + "): check that this Java is whole and that the system has memory left.",
              FailureKind.ENGINE),
          listener);
    } finally {
      input.shutdown();
      log.close();
    }
  }

  @Override
  public synchronized void cancel() {
    if (!cancelled) {
      cancelled = true;
      running.ifPresent(
          process -> {
            killUnlessItEnds(process);
            send(process, CANCEL);
          });
    }
  }

  private synchronized Optional<Process> start() throws IOException {
    if (!cancelled) {
      running = Optional.of(program.command(conversation.threads(), crashReport).start());
      running.ifPresent(process -> send(process, conversation.request()));
    }
    return running;
  }

  private void awaitEnd(Process process, EventListener<E> listener) {
    FutureTask<?> output = reader("engine-events", () -> readEvents(process, listener));
    FutureTask<?> errors = reader("engine-errors", () -> logAll(process.getErrorStream()));
    process.onExit().join();
    synchronized (this) {
      running = Optional.empty();
    }
    finish(output);
    finish(errors);
  }

  private void readEvents(Process process, EventListener<E> listener) {
    try {
      new EventStream<>(process.getInputStream(), conversation, log)
          .readTo((event, line, ago) -> hear(process, event, line, ago, listener));
    } finally {
      killUnlessItEnds(process);
    }
  }

  private void hear(
      Process process, E event, String line, Duration ago, EventListener<E> listener) {
    if (ended) {
      log.append("[host] After the end: " + line);
      return;
    }
    listener.heard(event, line, ago);
    if (conversation.ends(event)) {
      ended = true;
      killUnlessItEnds(process);
    }
  }

  private synchronized E unsaidEnd(Optional<Process> process) {
    if (cancelled || process.isEmpty() || process.get().exitValue() == ExitCode.CANCELLED) {
      return conversation.cancelled();
    }
    String sentence = EngineExit.sentence(process.get().exitValue(), log.tail(), log.file());
    return conversation.failed(sentence, FailureKind.ENGINE);
  }

  private void tell(E event, EventListener<E> listener) {
    listener.heard(event, conversation.write(event), Duration.ZERO);
  }

  private void send(Process process, String line) {
    input.execute(
        () -> {
          try {
            OutputStream out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
          } catch (IOException e) {
            log.append("[host] The engine process does not listen: " + e.getMessage());
          }
        });
  }

  private void killUnlessItEnds(Process process) {
    CompletableFuture<Process> _ =
        process
            .onExit()
            .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (_, late) -> {
                  if (late != null) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                  }
                });
  }

  private static FutureTask<?> reader(String name, Runnable work) {
    FutureTask<?> task = new FutureTask<>(work, null);
    Thread.ofPlatform().daemon().name(name).start(task);
    return task;
  }

  private void finish(FutureTask<?> reader) {
    try {
      reader.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      log.append("[host] A process that the engine left behind holds its streams open.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("What the engine says cannot be taken in", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void logAll(InputStream in) {
    try (LineReader reader = new LineReader(in, EngineLog.LINE_LIMIT)) {
      for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
        log.append(line.get());
      }
    } catch (IOException e) {
      log.append("[host] The engine's standard error broke off: " + e.getMessage());
    }
  }
}
