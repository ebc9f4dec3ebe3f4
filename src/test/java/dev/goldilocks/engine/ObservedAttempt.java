package dev.goldilocks.engine;

/** An attempt whose events another listener hears too, after the first. */
record ObservedAttempt(Attempt attempt, EventListener observer) implements Attempt {

  @Override
  public void run(EventListener listener) {
    attempt.run(
        (event, line) -> {
          listener.heard(event, line);
          observer.heard(event, line);
        });
  }

  @Override
  public void cancel() {
    attempt.cancel();
  }
}
