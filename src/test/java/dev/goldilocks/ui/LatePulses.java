package dev.goldilocks.ui;

import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.ScriptedRun;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Plays a run of 10,000 rounds through the live page in so many seconds (30 unless told) and prints
 * how long the window was held between two pulses: by the clock, which other programs on the
 * machine lengthen, and in processor time of the FX thread, which is our own work. A program, not a
 * test.
 */
public final class LatePulses {

  private static final double LATE_MILLIS = 50;
  private static final long TICK_MILLIS = 40;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LatePulses() {}

  /** Notes what lay between two pulses. Made and used on the FX thread. */
  private static final class Watch extends AnimationTimer {

    private final List<Double> clock = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private long lastClock = System.nanoTime();
    private long lastWork = THREADS.getCurrentThreadCpuTime();

    @Override
    public void handle(long now) {
      long clockNow = System.nanoTime();
      long workNow = THREADS.getCurrentThreadCpuTime();
      clock.add((clockNow - lastClock) / 1e6);
      work.add((workNow - lastWork) / 1e6);
      lastClock = clockNow;
      lastWork = workNow;
    }
  }

  public static void main(String[] arguments) throws Exception {
    long millis = Long.parseLong(arguments.length > 0 ? arguments[0] : "30") * 1000;
    Platform.startup(() -> {});
    FakeParts parts = new FakeParts(Files.createTempDirectory("pulses"));
    Workbench workbench = onWindow(() -> new Workbench(parts.with(worker(), Platform::runLater)));
    onWindow(() -> open(workbench));
    Pulses.await(2);
    ScriptedRun run =
        onWindow(
            () -> {
              workbench.bench().run(LongRuns.tenThousandRounds());
              return parts.runs().latest();
            });
    Watch watch = onWindow(Watch::new);
    onWindow(
        () -> {
          watch.start();
          return watch;
        });
    play(run, millis);
    onWindow(
        () -> {
          watch.stop();
          return watch;
        });
    System.out.printf("%d rounds, %d pulses%n", run.rounds(), watch.clock.size());
    print("between two pulses", watch.clock);
    print("work of the FX thread", watch.work);
    Platform.exit();
  }

  /** As in the real window: files are written beside it. */
  private static Executor worker() {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("files").factory());
  }

  private static Stage open(Workbench workbench) {
    Stage stage = new Stage();
    stage.setScene(workbench.scene(1440, 900));
    stage.show();
    workbench.start();
    return stage;
  }

  private static void play(ScriptedRun run, long millis) throws InterruptedException {
    long begun = System.nanoTime();
    double share = 0;
    while (share < 1) {
      share = Math.min(1, (System.nanoTime() - begun) / 1e6 / millis);
      run.playShare(share);
      Thread.sleep(TICK_MILLIS);
    }
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        "%-22s  median %5.1f ms  99 %% %5.1f ms  longest %5.1f ms  over %.0f ms: %d%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        LATE_MILLIS,
        sorted.stream().filter(each -> each > LATE_MILLIS).count());
  }

  private static <T> T onWindow(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(1, TimeUnit.MINUTES);
  }
}
