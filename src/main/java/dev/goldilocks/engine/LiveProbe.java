package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A probe from the moment it is asked for to its outcome. */
final class LiveProbe implements ProbeHandle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveProbe.class);

  private final ProbeRequest request;
  private final Attempt<ProbeEvent> attempt;
  private final CompletableFuture<ProbeOutcome> outcome = new CompletableFuture<>();

  private volatile Optional<ProbeStage> stage = Optional.empty();
  private boolean begun;
  private boolean withdrawn;

  LiveProbe(ProbeRequest request, Attempt<ProbeEvent> attempt) {
    this.request = request;
    this.attempt = attempt;
  }

  @Override
  public ProbeRequest request() {
    return request;
  }

  @Override
  public Optional<ProbeStage> stage() {
    return stage;
  }

  @Override
  public CompletableFuture<ProbeOutcome> outcome() {
    return outcome.copy();
  }

  @Override
  public void cancel() {
    if (withdraw()) {
      end(new ProbeOutcome.Cancelled());
    } else {
      attempt.cancel();
    }
  }

  /** Carries the probe out on this thread, unless it was cancelled while it waited. */
  void carryOut() {
    if (!begin()) {
      return;
    }
    stage = Optional.of(ProbeStage.STARTING);
    try {
      Hearing hearing = new Hearing();
      attempt.run(hearing);
      end(hearing.end);
    } catch (RuntimeException | Error e) {
      LOG.error("A probe failed through a fault of the program", e);
      end(
          new ProbeOutcome.Failed(
              "The probe failed through a fault of this program ("
                  + InnermostReason.of(e)
                  + "): please report it, with the program's log.",
              FailureKind.ENGINE));
    }
  }

  /** Events come on one thread at a time, the last before the attempt returns. */
  private final class Hearing implements EventListener<ProbeEvent> {

    private ProbeOutcome end = new ProbeOutcome.Cancelled();

    @Override
    public void heard(ProbeEvent event, String line, Duration ago) {
      switch (event) {
        case ProbeEvent.Reached(ProbeStage reached) -> stage = Optional.of(reached);
        case ProbeEvent.Finished finished -> end = new ProbeOutcome.Measured(finished.probe());
        case ProbeEvent.Cancelled _ -> end = new ProbeOutcome.Cancelled();
        case ProbeEvent.Failed(String sentence, FailureKind kind) ->
            end = new ProbeOutcome.Failed(sentence, kind);
      }
    }
  }

  /** Tells who waits on a thread of their own, so that what comes next need not wait for them. */
  private void end(ProbeOutcome how) {
    CompletableFuture<ProbeOutcome> _ =
        outcome.completeAsync(() -> how, Thread::startVirtualThread);
  }

  private synchronized boolean begin() {
    begun = !withdrawn;
    return begun;
  }

  /** Takes the probe back while it waits; whether that was so, and this was the first time. */
  private synchronized boolean withdraw() {
    boolean waiting = !begun && !withdrawn;
    withdrawn |= waiting;
    return waiting;
  }
}
