package dev.goldilocks.cli;

/** Ctrl-C that a test types. */
final class TypedInterruption implements Interruption {

  private boolean typed;
  private boolean listening;

  /** Types it as soon as something listens. */
  void type() {
    typed = true;
  }

  boolean isListening() {
    return listening;
  }

  @Override
  public Listening listen(Runnable stop) {
    listening = true;
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
        listening = false;
      }
    };
  }
}
