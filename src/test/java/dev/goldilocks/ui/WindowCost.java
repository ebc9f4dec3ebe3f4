package dev.goldilocks.ui;

import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.ScriptedRun;
import dev.goldilocks.ui.shell.Page;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/**
 * Prints what the window costs while a run goes on: the share of one core that each of its threads
 * takes, with a scripted run played at its real speed. Takes the seconds to watch. A program, not a
 * test: it is for a quiet machine.
 */
public final class WindowCost {

  private static final long TICK_MILLIS = 40;
  private static final long WARM_UP_MILLIS = 10_000;
  private static final int REPEATS = 20;

  private WindowCost() {}

  public static void main(String[] arguments) throws Exception {
    long watchMillis = Long.parseLong(arguments.length > 0 ? arguments[0] : "30") * 1000;
    long asked = System.nanoTime();
    Platform.startup(() -> {});
    FakeParts parts = new FakeParts(Files.createTempDirectory("cost"));
    Workbench workbench =
        onWindow(() -> new Workbench(parts.with(Runnable::run, Platform::runLater)));
    Stage stage = onWindow(() -> open(workbench));
    Pulses.await(2);
    System.out.printf("window up after  %5.0f ms%n", (System.nanoTime() - asked) / 1e6);

    idle(watchMillis / 3, "idle, no run");
    ScriptedRun run =
        onWindow(
            () -> {
              workbench.setup().repeatsProperty().set(REPEATS);
              ((Button) stage.getScene().getRoot().lookup("#run")).fire();
              return parts.runs().latest();
            });
    long begun = System.nanoTime();
    play(run, begun, WARM_UP_MILLIS);
    Map<String, Long> before = cpuNanos();
    long from = System.nanoTime();
    play(run, begun, WARM_UP_MILLIS + watchMillis);
    print("a run is watched", before, System.nanoTime() - from);

    from = System.nanoTime();
    onWindow(
        () -> {
          workbench.shell().pageProperty().set(Page.RUNS);
          return stage;
        });
    Pulses.await(2);
    System.out.printf("another page up after %5.0f ms%n", (System.nanoTime() - from) / 1e6);
    play(run, begun, 2 * WARM_UP_MILLIS + watchMillis);
    before = cpuNanos();
    from = System.nanoTime();
    play(run, begun, 2 * WARM_UP_MILLIS + 2 * watchMillis);
    print("a run goes on behind another page", before, System.nanoTime() - from);
    Platform.exit();
  }

  private static Stage open(Workbench workbench) {
    Stage stage = new Stage();
    stage.setScene(workbench.scene(1280, 800));
    stage.show();
    workbench.start();
    return stage;
  }

  private static void idle(long millis, String what) throws InterruptedException {
    Map<String, Long> before = cpuNanos();
    long from = System.nanoTime();
    Thread.sleep(millis);
    print(what, before, System.nanoTime() - from);
  }

  /** Lets the run go on at the pace of the clock until so long after its start. */
  private static void play(ScriptedRun run, long begun, long untilMillis)
      throws InterruptedException {
    while (true) {
      long now = (System.nanoTime() - begun) / 1_000_000;
      run.playTo(now);
      if (now >= untilMillis) {
        return;
      }
      Thread.sleep(TICK_MILLIS);
    }
  }

  private static void print(String what, Map<String, Long> before, long nanos) {
    System.out.println(what);
    cpuNanos()
        .forEach(
            (thread, after) -> {
              double share = 100.0 * (after - before.getOrDefault(thread, 0L)) / nanos;
              if (share >= 0.05) {
                System.out.printf("  %5.1f %% of a core  %s%n", share, thread);
              }
            });
  }

  private static Map<String, Long> cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, Long> nanos = new TreeMap<>();
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null) {
        nanos.merge(info.getThreadName(), threads.getThreadCpuTime(id), Long::sum);
      }
    }
    return nanos;
  }

  private static <T> T onWindow(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(1, TimeUnit.MINUTES);
  }
}
