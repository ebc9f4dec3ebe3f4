package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;

/** An attempt whose events another listener hears too, after the first. */
record ObservedAttempt(Attempt<RunEvent> attempt, EventListener<RunEvent> observer)
    implements Attempt<RunEvent> {

  @Override
  public void run(EventListener<RunEvent> listener) {
    attempt.run(
        (event, line, ago) -> {
          listener.heard(event, line, ago);
          observer.heard(event, line, ago);
        });
  }

  @Override
  public void cancel() {
    attempt.cancel();
  }
}
