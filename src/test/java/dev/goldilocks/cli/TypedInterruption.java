package dev.goldilocks.cli;

import java.util.Optional;

/** Ctrl-C that a test types. */
final class TypedInterruption implements Interruption {

  private volatile boolean typed;
  private volatile Optional<Runnable> listener = Optional.empty();

  /** Types it, for who listens now or else as soon as something listens. */
  void type() {
    typed = true;
    listener.ifPresent(Runnable::run);
  }

  boolean isListening() {
    return listener.isPresent();
  }

  @Override
  public Listening listen(Runnable stop) {
    listener = Optional.of(stop);
    if (typed) {
      stop.run();
    }
    return new Listening() {
      @Override
      public boolean interrupted() {
        return typed;
      }

      @Override
      public void close() {
        listener = Optional.empty();
      }
    };
  }
}
