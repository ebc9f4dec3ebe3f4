package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A listener that keeps what it hears, and tells of the first event and the first pair. */
final class HeardEvents implements EventListener<RunEvent> {

  private final List<RunEvent> events = new ArrayList<>();
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> pairMeasured = new CompletableFuture<>();

  @Override
  public synchronized void heard(RunEvent event, String line, Duration ago) {
    events.add(event);
    started.complete(null);
    if (event instanceof RunEvent.PairMeasured) {
      pairMeasured.complete(null);
    }
  }

  synchronized List<RunEvent> all() {
    return List.copyOf(events);
  }

  RunEvent last() {
    return all().getLast();
  }

  /** Completes with the first event. */
  CompletableFuture<Void> started() {
    return started;
  }

  /** Completes with the first measured pair. */
  CompletableFuture<Void> pairMeasured() {
    return pairMeasured;
  }
}
