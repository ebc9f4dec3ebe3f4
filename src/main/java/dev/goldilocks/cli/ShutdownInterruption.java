package dev.goldilocks.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears Ctrl-C, a termination signal or a closing terminal as the shutdown of this Java machine,
 * which waits while the command stops what it does and saves what it has. The exit code is then the
 * signal's: 130 for Ctrl-C.
 */
public final class ShutdownInterruption implements Interruption {

  /** An engine is killed after a few seconds; saving takes less than one. */
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);

  @Override
  public Listening listen(Runnable stop) {
    ShutdownListening listening = new ShutdownListening(stop);
    Runtime.getRuntime().addShutdownHook(listening.hook);
    return listening;
  }

  private static final class ShutdownListening implements Listening {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable stop;
    private final Thread hook = new Thread(this::shutDown, "interruption");
    private volatile boolean interrupted;

    ShutdownListening(Runnable stop) {
      this.stop = stop;
    }

    private void shutDown() {
      interrupted = true;
      stop.run();
      try {
        if (!closed.await(LONGEST_FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
          System.err.println("Stopping took too long; the run's journal is kept.");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean interrupted() {
      return interrupted;
    }

    @Override
    public void close() {
      closed.countDown();
      if (!interrupted) {
        removeHook();
      }
    }

    private void removeHook() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The shutdown has begun in this very moment; the latch lets it pass.
      }
    }
  }
}
