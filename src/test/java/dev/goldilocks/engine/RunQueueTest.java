package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunPhase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunQueueTest {

  @TempDir Path journals;

  /** Attempts that have begun, in that order. */
  private final BlockingQueue<HeldAttempt> begun = new LinkedBlockingQueue<>();

  private RunQueue queue;

  @BeforeEach
  void open() {
    queue = queueOf((id, _) -> new HeldAttempt(id));
  }

  @AfterEach
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void close() {
    queue.close();
  }

  @Test
  void runsOnOneDeviceFollowOneAnotherInTheOrderOfAsking() throws InterruptedException {
    List<LiveRun> runs =
        List.of(queue.submit(Runs.spec()), queue.submit(Runs.spec()), queue.submit(Runs.spec()));

    for (LiveRun run : runs) {
      HeldAttempt attempt = begun.take();
      assertThat(attempt.id).isEqualTo(run.id());
      assertThat(begun).isEmpty();
      attempt.finish();
      assertThat(run.outcome().join()).isInstanceOf(RunOutcome.Completed.class);
    }
  }

  @Test
  void aProbeWaitsForTheRunOnItsDevice() throws InterruptedException {
    CompletableFuture<Boolean> probed = new CompletableFuture<>();
    queue.submit(Runs.spec());
    HeldAttempt run = begun.take();
    LiveProbe probe = queue.submit(Probes.halfABillion().request(), probing(probed));

    assertThat(probe.stage()).isEmpty();
    assertThat(probed).isNotDone();
    run.finish();
    assertThat(probed.join()).isTrue();
    assertThat(probe.outcome().join()).isEqualTo(new ProbeOutcome.Cancelled());
  }

  @Test
  void closingCancelsAProbeThatWaits() throws InterruptedException {
    queue.submit(Runs.spec());
    begun.take();
    LiveProbe probe =
        queue.submit(Probes.halfABillion().request(), probing(new CompletableFuture<>()));

    queue.close();

    assertThat(probe.outcome().join()).isEqualTo(new ProbeOutcome.Cancelled());
  }

  private static Attempt<ProbeEvent> probing(CompletableFuture<Boolean> begun) {
    return new Attempt<>() {
      @Override
      public void run(EventListener<ProbeEvent> listener) {
        begun.complete(true);
      }

      @Override
      public void cancel() {}
    };
  }

  @Test
  void aRunThatWaitsSaysSo() throws InterruptedException {
    queue.submit(Runs.spec());
    LiveRun waiting = queue.submit(Runs.spec());
    begun.take();

    assertThat(waiting.snapshot().phase()).isEqualTo(RunPhase.QUEUED);
    assertThat(waiting.outcome()).isNotDone();
  }

  @Test
  void devicesDoNotWaitForOneAnother() throws InterruptedException {
    LiveRun onCpu = queue.submit(Runs.spec("cpu"));
    LiveRun onCuda = queue.submit(Runs.spec("cuda:0"));

    assertThat(List.of(begun.take().id, begun.take().id))
        .containsExactlyInAnyOrder(onCpu.id(), onCuda.id());
  }

  @Test
  void aWaitingRunIsCancelledAtOnceAndNeverBegins() throws InterruptedException {
    queue.submit(Runs.spec());
    LiveRun waiting = queue.submit(Runs.spec());
    LiveRun last = queue.submit(Runs.spec());
    HeldAttempt first = begun.take();

    waiting.cancel();

    assertThat(waiting.outcome().join()).isEqualTo(new RunOutcome.Cancelled(Optional.empty()));
    assertThat(waiting.snapshot().phase()).isEqualTo(RunPhase.CANCELLED);
    first.finish();
    assertThat(begun.take().id).isEqualTo(last.id());
    assertThat(journals.resolve(waiting.id() + ".jsonl")).doesNotExist();
  }

  @Test
  void closingCancelsWhatRunsAndWhatWaits() throws InterruptedException {
    LiveRun running = queue.submit(Runs.spec());
    LiveRun waiting = queue.submit(Runs.spec());
    begun.take();

    queue.close();

    assertThat(running.outcome()).isCompletedWithValue(new RunOutcome.Cancelled(Optional.empty()));
    assertThat(waiting.outcome()).isCompletedWithValue(new RunOutcome.Cancelled(Optional.empty()));
  }

  @Test
  void aClosedQueueTakesNoRun() {
    queue.close();

    assertThatIllegalStateException().isThrownBy(() -> queue.submit(Runs.spec()));
  }

  @Test
  void aRunIsNamedAfterWhatItIsAskedFor() throws InterruptedException {
    LiveRun run = queue.submit(Runs.spec());
    begun.take().finish();

    assertThat(run.outcome().join())
        .isInstanceOfSatisfying(
            RunOutcome.Completed.class,
            completed -> {
              assertThat(completed.record().id()).isEqualTo(run.id());
              assertThat(completed.record().name())
                  .isEqualTo("target + draft, K = 2, f32, prompts");
              assertThat(completed.record().createdAt()).isEqualTo("2026-11-23T10:00:00Z");
            });
  }

  @Test
  void aFaultOfTheProgramFailsTheRunAndNotTheNext() throws InterruptedException {
    try (RunQueue faulty = queueOf((id, _) -> new FaultyAttempt())) {
      LiveRun first = faulty.submit(Runs.spec());
      LiveRun second = faulty.submit(Runs.spec());

      RunOutcome failure =
          new RunOutcome.Failed(
              "The run failed through a fault of this program (java.lang.AssertionError: oops):"
                  + " please report it, with the program's log.",
              FailureKind.ENGINE,
              Optional.empty());
      assertThat(first.outcome().join()).isEqualTo(failure);
      assertThat(second.outcome().join()).isEqualTo(failure);
    }
  }

  private RunQueue queueOf(RunQueue.Attempts attempts) {
    return new RunQueue(
        journals,
        attempts,
        Duration.ofMinutes(1),
        new RunIds(new Random(1)),
        InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
  }

  /** Begins, and ends when it is told to. */
  private final class HeldAttempt implements Attempt<RunEvent> {

    private final String id;
    private final CompletableFuture<List<RunEvent>> rest = new CompletableFuture<>();

    HeldAttempt(String id) {
      this.id = id;
    }

    void finish() {
      rest.complete(Runs.events(2));
    }

    @Override
    public void run(EventListener<RunEvent> listener) {
      begun.add(this);
      RunCodec codec = new RunCodec();
      rest.join().forEach(event -> listener.heard(event, codec.write(event), Duration.ZERO));
    }

    @Override
    public void cancel() {
      rest.complete(List.of(new RunEvent.Cancelled()));
    }
  }

  private static final class FaultyAttempt implements Attempt<RunEvent> {

    @Override
    public void run(EventListener<RunEvent> listener) {
      throw new AssertionError("oops");
    }

    @Override
    public void cancel() {}
  }
}
