package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunProgress;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.RunSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run from the moment it is asked for to its outcome. */
final class LiveRun implements RunHandle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

  private final JournalHeader header;
  private final Path journalFile;
  private final Attempt<RunEvent> attempt;
  private final Duration silent;
  private final RunCodec codec;
  private final RunProgress progress;
  private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();

  private volatile Optional<RunRecorder> recorder = Optional.empty();
  private volatile Runnable pairMeasured = () -> {};
  private boolean begun;
  private boolean withdrawn;

  /**
   * @param journalFile where its journal goes; not there before the run begins
   * @param silent time without an event after which the snapshot says so
   */
  LiveRun(
      JournalHeader header,
      Path journalFile,
      Attempt<RunEvent> attempt,
      Duration silent,
      RunCodec codec) {
    this.header = header;
    this.journalFile = journalFile;
    this.attempt = attempt;
    this.silent = silent;
    this.codec = codec;
    this.progress = new RunProgress(header.spec());
  }

  @Override
  public String id() {
    return header.id();
  }

  @Override
  public RunSpec spec() {
    return header.spec();
  }

  @Override
  public RunSnapshot snapshot() {
    return recorder.map(RunRecorder::snapshot).orElseGet(progress::snapshot);
  }

  @Override
  public CompletableFuture<RunOutcome> outcome() {
    return outcome.copy();
  }

  @Override
  public void whenPairMeasured(Runnable action) {
    pairMeasured = action;
  }

  @Override
  public void cancel() {
    if (withdraw()) {
      progress.accept(new RunEvent.Cancelled());
      end(new RunOutcome.Cancelled(Optional.empty()));
    } else {
      attempt.cancel();
    }
  }

  /** Carries the run out on this thread, unless it was cancelled while it waited. */
  void carryOut() {
    if (begin()) {
      progress.starting();
      try (RunJournal journal = RunJournal.start(journalFile)) {
        RunRecorder kept =
            new RunRecorder(codec, header, progress, journal, silent, System::nanoTime);
        recorder = Optional.of(kept);
        attempt(kept);
        end(kept.outcome());
      }
    }
  }

  private void attempt(RunRecorder recorder) {
    try {
      attempt.run(
          (event, line, ago) -> {
            recorder.heard(event, line, ago);
            if (event instanceof RunEvent.PairMeasured) {
              pairMeasured.run();
            }
          });
    } catch (RuntimeException | Error e) {
      LOG.error("Run {} failed through a fault of the program", id(), e);
      RunEvent failure =
          new RunEvent.Failed(
              "The run failed through a fault of this program ("
                  + InnermostReason.of(e)
                  + "): please report it, with the program's log.",
              FailureKind.ENGINE);
      recorder.heard(failure, codec.write(failure), Duration.ZERO);
    }
  }

  /** Tells who waits on a thread of their own, so that the next run need not wait for them. */
  private void end(RunOutcome how) {
    CompletableFuture<RunOutcome> _ = outcome.completeAsync(() -> how, Thread::startVirtualThread);
  }

  private synchronized boolean begin() {
    begun = !withdrawn;
    return begun;
  }

  /** Takes the run back while it waits; whether that was so, and this was the first time. */
  private synchronized boolean withdraw() {
    boolean waiting = !begun && !withdrawn;
    withdrawn |= waiting;
    return waiting;
  }
}
