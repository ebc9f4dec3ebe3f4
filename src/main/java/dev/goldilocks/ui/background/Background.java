package dev.goldilocks.ui.background;

import dev.goldilocks.problem.ProblemException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does slow work (files, above all) away from the FX thread and hands its result back on it.
 * Nothing that it is given to do can fail unseen: whatever is thrown comes back as one sentence.
 */
public final class Background {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor worker;
  private final Executor window;

  /**
   * @param worker does the work
   * @param window hears of it: the FX thread
   */
  public Background(Executor worker, Executor window) {
    this.worker = worker;
    this.window = window;
  }

  /** Work that gives nothing back. */
  @FunctionalInterface
  public interface Task {
    void run() throws Exception;
  }

  /**
   * Does work and hands over what came of it.
   *
   * @param work runs on the worker
   * @param done gets the result, on the window's thread
   * @param failed gets one sentence when the work threw, on the window's thread
   */
  public <T> void load(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    worker.execute(
        () -> {
          T result;
          try {
            result = work.call();
          } catch (Exception e) {
            String sentence = sentence(e);
            window.execute(() -> failed.accept(sentence));
            return;
          }
          window.execute(() -> done.accept(result));
        });
  }

  /** Does work and says when it is done. See {@link #load}. */
  public void run(Task work, Runnable done, Consumer<String> failed) {
    load(
        () -> {
          work.run();
          return Boolean.TRUE;
        },
        _ -> done.run(),
        failed);
  }

  /** Runs something on the window's thread. */
  public void onWindow(Runnable action) {
    window.execute(action);
  }

  private static String sentence(Exception thrown) {
    if (thrown instanceof ProblemException problem) {
      return problem.getMessage();
    }
    LOG.error("Work in the background failed", thrown);
    return "Something unforeseen went wrong (" + thrown + "); the log has the details.";
  }
}
