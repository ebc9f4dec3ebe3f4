package dev.goldilocks.ui;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Window;

/**
 * Prints the time from the start of a process to a window that can be used: shown, drawn, and its
 * Run button enabled, which needs both bundled models found and their tokenizers compared. Starts
 * the real window in so many processes of its own (5 unless told) with this one's options and an
 * empty library. A program, not a test.
 */
public final class StartUpTime {

  private static final String CHILD = "child";
  private static final String USABLE = "usable after ";

  private StartUpTime() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(CHILD)) {
      openAndTell();
    } else {
      measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5);
    }
  }

  private static void measure(int times) throws Exception {
    List<Long> millis = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      long once = once();
      System.out.println(USABLE + once + " ms");
      millis.add(once);
    }
    millis.sort(null);
    System.out.printf(
        "start to usable: median %d ms, longest %d ms, on %d processors%n",
        millis.get(millis.size() / 2),
        millis.getLast(),
        Runtime.getRuntime().availableProcessors());
  }

  private static long once() throws Exception {
    Path directory = Files.createTempDirectory("start-up");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Dgoldilocks.settings=" + directory.resolve("settings"));
    command.add("-Dgoldilocks.library=" + directory.resolve("library"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), StartUpTime.class.getName(), CHILD));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    child.waitFor();
    return told.lines()
        .filter(line -> line.startsWith(USABLE))
        .map(line -> line.substring(USABLE.length()))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The window did not come up: " + told));
  }

  private static void openAndTell() {
    Thread.ofPlatform().daemon().start(StartUpTime::tellWhenUsable);
    WorkbenchApplication.open(List.of());
  }

  private static void tellWhenUsable() {
    try {
      while (!isUsable()) {
        Thread.sleep(5);
      }
      Pulses.await(1);
      long started = ManagementFactory.getRuntimeMXBean().getStartTime();
      System.out.println(USABLE + (System.currentTimeMillis() - started));
      Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isUsable() throws InterruptedException {
    boolean[] usable = {false};
    CountDownLatch looked = new CountDownLatch(1);
    try {
      Platform.runLater(
          () -> {
            usable[0] = Window.getWindows().stream().anyMatch(StartUpTime::canRun);
            looked.countDown();
          });
    } catch (IllegalStateException e) {
      return false;
    }
    return looked.await(1, TimeUnit.MINUTES) && usable[0];
  }

  private static boolean canRun(Window window) {
    Node run = window.getScene() == null ? null : window.getScene().lookup("#run");
    return window.isShowing() && run != null && !run.isDisabled();
  }
}
