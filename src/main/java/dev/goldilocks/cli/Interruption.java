package dev.goldilocks.cli;

/** The user's wish that a command stop: Ctrl-C. */
public interface Interruption {

  /**
   * Listens for the wish while something can be stopped.
   *
   * @param stop asks it to stop; called by another thread, at most once, must return soon
   */
  Listening listen(Runnable stop);

  /** Lasts until it is closed, which tells the process that it may go down. */
  interface Listening extends AutoCloseable {

    /** Whether the wish was heard. */
    boolean interrupted();

    @Override
    void close();
  }
}
