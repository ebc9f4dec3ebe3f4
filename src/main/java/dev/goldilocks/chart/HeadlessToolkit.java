package dev.goldilocks.chart;

import dev.goldilocks.problem.ProblemException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/**
 * The JavaFX toolkit for a program that shows no window: it needs no display and renders in
 * software. A JVM can start the toolkit once, so a program has at most one of these, and closes it
 * at its end: until then the toolkit keeps the JVM alive.
 */
public final class HeadlessToolkit implements AutoCloseable {

  /**
   * Starts the toolkit, or joins the one that runs already.
   *
   * @throws ProblemException while this JVM shuts down, after Ctrl-C for one: then it cannot start
   */
  public HeadlessToolkit() {
    if (shutsDown()) {
      throw new ProblemException("A chart cannot be drawn while the program is being ended.");
    }
    setUnlessGiven("glass.platform", "Headless");
    setUnlessGiven("prism.order", "sw");
    setUnlessGiven("java.awt.headless", "true");
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException e) {
      Platform.runLater(started::countDown);
    }
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the toolkit started", e);
    }
  }

  /** The toolkit itself writes a stack trace before it says so. */
  private static boolean shutsDown() {
    Thread nothing = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(nothing);
      return !Runtime.getRuntime().removeShutdownHook(nothing);
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /**
   * Computes a value on the JavaFX application thread and waits for it. What it throws comes back:
   * a runtime exception as it is.
   */
  public <T> T call(Callable<T> computation) {
    FutureTask<T> task = new FutureTask<>(computation);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a chart was drawn", e);
    }
  }

  /** Ends the toolkit; no chart can be drawn in this JVM any more. */
  @Override
  public void close() {
    Platform.exit();
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
