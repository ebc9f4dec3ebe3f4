package dev.goldilocks.ui;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.chart.LiveLines;
import dev.goldilocks.chart.TimelineSpot;
import dev.goldilocks.chart.TimelineStrip;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.engine.ProbeOutcome;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.fake.TimelineRuns;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.settings.ThemeChoice;
import dev.goldilocks.ui.setup.Pick;
import dev.goldilocks.ui.shell.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * Draws every page in its states, light and dark, at several sizes, into PNG files to look at.
 * Takes the directory to write to and, if wanted, a part of the names to draw. Not a test: people
 * judge.
 */
public final class ScreenPictures {

  private static final int PULSES = 4;

  private record Size(int width, int height, double scale) {}

  private static final List<Size> SIZES =
      List.of(new Size(1100, 700, 1), new Size(1440, 900, 1), new Size(1440, 900, 2));

  @FunctionalInterface
  private interface State {
    void reach(Workbench workbench, FakeParts parts, Node root);
  }

  private final Path directory;
  private final String wanted;

  private ScreenPictures(Path directory, String wanted) {
    this.directory = directory;
    this.wanted = wanted;
  }

  public static void main(String[] arguments) throws Exception {
    Files.createDirectories(Path.of(arguments[0]));
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    try {
      new ScreenPictures(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "").drawAll();
    } finally {
      Platform.exit();
    }
  }

  private void drawAll() throws Exception {
    draw("bench-empty", (_, _, _) -> {});
    draw(
        "bench-recovery",
        (workbench, parts, _) -> {
          parts.leaveJournal(0.5);
          workbench.lookForInterruptedRuns();
        });
    draw(
        "bench-closing",
        (workbench, parts, root) -> {
          press(root, "#run");
          press(root, "#run");
          parts.runs().latest().playShare(0.5);
          workbench.closingQuestion().mayClose();
        });
    draw(
        "bench-library-full",
        (workbench, parts, _) -> {
          parts.disk().fill();
          workbench.lookForInterruptedRuns();
        });
    draw(
        "bench-unsaved",
        (workbench, parts, root) -> {
          parts.disk().fill();
          press(root, "#run");
          parts.runs().latest().playToEnd();
          workbench.closingQuestion().mayClose();
        });
    draw(
        "bench-loading",
        (_, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playTo(700);
        });
    draw(
        "bench-running",
        (_, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playShare(0.66);
        });
    draw(
        "bench-early",
        (_, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playTo(6_000);
        });
    draw(
        "bench-hover",
        (_, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playShare(0.66);
          ((LiveLines) root.lookup("#rates")).momentProperty().set(9_000);
        });
    draw(
        "bench-queue",
        (workbench, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playToEnd();
          press(root, "#run");
          workbench.setup().target().precisionProperty().set(Precision.INT8);
          press(root, "#run");
          workbench.setup().take(range(workbench.setup().spec()));
          press(root, "#run");
          parts.runs().latest().playShare(0.5);
        });
    draw(
        "bench-queue-ended",
        (workbench, parts, root) -> {
          press(root, "#run");
          workbench.setup().take(range(workbench.setup().spec()));
          press(root, "#run");
          parts.runs().latest().playToEnd();
          parts.runs().latest().playToEnd();
        });
    draw(
        "bench-range",
        (workbench, parts, root) -> {
          workbench.setup().take(range(workbench.setup().spec()));
          press(root, "#run");
          parts.runs().latest().playShare(0.8);
        });
    draw(
        "bench-done",
        (_, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playToEnd();
        });
    draw(
        "bench-slower",
        (_, parts, root) -> {
          parts.runs().acceptFromNowOn(0.05);
          press(root, "#run");
          parts.runs().latest().playToEnd();
        });
    draw(
        "bench-failed",
        (_, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playShare(0.4);
          parts
              .runs()
              .latest()
              .fail(
                  "The engine was killed by the system, most likely for want of memory; pick a"
                      + " smaller model, or int8, and run again.");
        });
    draw(
        "bench-cancelled",
        (_, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playShare(0.4);
          parts.runs().latest().cancel();
        });
    draw(
        "bench-misfit",
        (workbench, _, _) -> workbench.setup().draft().open(Shelves.STRANGER.directory()));
    draw(
        "setup-notes",
        (workbench, _, root) -> {
          ((ToggleButton) root.lookup("#samplingToggle")).fire();
          workbench.setup().take(withDraftTokens(workbench.setup().spec(), List.of(1, 2, 4, 8)));
          workbench.setup().sampling().temperature().textProperty().set("0.7");
          workbench.setup().sampling().topP().textProperty().set("1.5");
          workbench.setup().device().choose(FakeParts.DEVICES.getLast());
        });
    draw(
        "setup-models",
        (workbench, _, root) -> {
          workbench.setup().target().open(Shelves.STRANGER.directory());
          workbench.setup().target().open(Shelves.TARGET.directory());
          press(root, "#draft");
        });
    draw(
        "bench-policies",
        (workbench, parts, root) -> {
          workbench.setup().take(withPolicies(workbench.setup().spec()));
          press(root, "#run");
          parts.runs().latest().playToEnd();
        });
    draw(
        "runs-policies",
        (workbench, parts, root) -> {
          workbench.setup().take(withPolicies(workbench.setup().spec()));
          press(root, "#run");
          parts.runs().latest().playToEnd();
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().select(0);
        });
    draw(
        "compare-policies",
        (workbench, parts, root) -> {
          for (int run = 0; run < 2; run++) {
            workbench.setup().take(withPolicies(workbench.setup().spec()));
            parts.runs().acceptFromNowOn(0.4 + 0.3 * run);
            press(root, "#run");
            parts.runs().latest().playToEnd();
          }
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().selectAll();
          press(root, "#compareButton");
          toggle(root, "#chart-speedup-over-k");
        });
    draw(
        "setup-lookup",
        (workbench, parts, root) -> {
          workbench.setup().draft().pickedProperty().set(new Pick.Lookup(PromptLookup.USUAL));
          press(root, "#run");
          parts.runs().latest().playToEnd();
        });
    draw(
        "runs-lookup",
        (workbench, parts, root) -> {
          workbench.setup().draft().pickedProperty().set(new Pick.Lookup(PromptLookup.USUAL));
          saveSome(workbench, parts, root);
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().select(0);
        });
    draw(
        "compare-lookup",
        (workbench, parts, root) -> {
          press(root, "#run");
          parts.runs().latest().playToEnd();
          workbench.setup().draft().pickedProperty().set(new Pick.Lookup(PromptLookup.USUAL));
          parts.runs().acceptFromNowOn(0.3);
          press(root, "#run");
          parts.runs().latest().playToEnd();
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().selectAll();
          press(root, "#compareButton");
        });
    draw(
        "setup-saved",
        (_, _, root) -> {
          press(root, "#setups");
          for (String name : List.of("Every K, int8", "As the article has it", "quick")) {
            ((TextField) inPopup("#setupName")).setText(name);
            ((Button) inPopup("#saveSetup")).fire();
          }
        });
    draw("setup-command", (_, _, root) -> press(root, "#command"));
    draw("setup-prompts", (_, _, root) -> press(root, "#previewPrompts"));
    draw("runs-empty", (workbench, _, _) -> workbench.shell().pageProperty().set(Page.RUNS));
    draw(
        "runs",
        (workbench, parts, root) -> {
          saveSome(workbench, parts, root);
          workbench.shell().pageProperty().set(Page.RUNS);
          TableView<?> table = table(root);
          table.getSelectionModel().select(0);
          table.getSelectionModel().select(2);
        });
    draw(
        "runs-charts", (workbench, parts, root) -> showPart(workbench, parts, root, "#partCharts"));
    drawTimelines();
    draw("runs-texts", (workbench, parts, root) -> showPart(workbench, parts, root, "#partTexts"));
    draw(
        "runs-reported",
        (workbench, parts, root) -> {
          saveSome(workbench, parts, root);
          parts.library().save(dev.goldilocks.runs.SampleRuns.reported());
          parts
              .library()
              .update(
                  "run-2",
                  run -> run.withTags(List.of("quiet", "paper")).withNote("Nothing else ran."));
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().selectLast();
        });
    drawHardware();
    drawComparisons();
  }

  private void drawHardware() throws Exception {
    draw(
        "hardware-empty", (workbench, _, _) -> workbench.shell().pageProperty().set(Page.HARDWARE));
    draw(
        "hardware-measuring",
        (workbench, parts, _) -> {
          workbench.shell().pageProperty().set(Page.HARDWARE);
          workbench.hardware().measure();
          parts.probes().latest().reach(ProbeStage.TARGET_PASSES);
          workbench.hardware().refresh();
        });
    draw(
        "hardware-failed",
        (workbench, parts, _) -> {
          workbench.shell().pageProperty().set(Page.HARDWARE);
          workbench.hardware().measure();
          parts
              .probes()
              .latest()
              .end(
                  new ProbeOutcome.Failed(
                      "The engine process was killed (signal 9); this is often the system running"
                          + " out of memory: choose a smaller model or int8.",
                      FailureKind.ENGINE));
        });
    draw("hardware-done", (workbench, parts, _) -> probed(workbench, parts));
    draw(
        "hardware-limits",
        (workbench, parts, root) -> {
          probed(workbench, parts);
          layOut(root);
          ((ToggleButton) root.lookup("#passLimits")).fire();
          ((ToggleButton) root.lookup("#showProbeExport")).fire();
          layOut(root);
          ((ScrollPane) root.lookup("#hardwareScroll")).setVvalue(0.35);
        });
    draw(
        "hardware-tables",
        (workbench, parts, root) -> {
          probed(workbench, parts);
          layOut(root);
          ((ScrollPane) root.lookup("#hardwareScroll")).setVvalue(1);
        });
  }

  private static void probed(Workbench workbench, FakeParts parts) {
    workbench.shell().pageProperty().set(Page.HARDWARE);
    workbench.hardware().measure();
    parts.probes().latest().end(new ProbeOutcome.Measured(Probes.halfABillion()));
  }

  private static void showPart(Workbench workbench, FakeParts parts, Node root, String part) {
    saveSome(workbench, parts, root);
    workbench.shell().pageProperty().set(Page.RUNS);
    table(root).getSelectionModel().select(0);
    toggle(root, part);
  }

  private void drawTimelines() throws Exception {
    draw(
        "timeline-older",
        (workbench, parts, root) -> showPart(workbench, parts, root, "#partTimeline"));
    draw(
        "timeline",
        (workbench, parts, root) -> showTimeline(workbench, parts, root, TimelineRuns.greedy()));
    draw(
        "timeline-token",
        (workbench, parts, root) -> {
          showTimeline(workbench, parts, root, TimelineRuns.drawn());
          strip(root).pointAt(new TimelineSpot(2, 1));
        });
    draw(
        "timeline-greedy-token",
        (workbench, parts, root) -> {
          showTimeline(workbench, parts, root, TimelineRuns.greedy());
          strip(root).pointAt(new TimelineSpot(1, 2));
        });
    draw(
        "runs-disturbed",
        (workbench, parts, root) -> {
          saveSome(workbench, parts, root);
          parts.library().save(Records.disturbed(Records.of(parts.runs(), Specs.of(40, 4))));
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().clearAndSelect(0);
          layOut(root);
        });
    draw(
        "runs-timing-only",
        (workbench, parts, root) -> {
          parts.library().save(dev.goldilocks.runs.SampleRuns.ofRandomWeights());
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().select(0);
          layOut(root);
        });
    draw(
        "explained",
        (workbench, parts, root) -> {
          showTimeline(workbench, parts, root, TimelineRuns.greedy());
          toggle(root, "#partFigures");
          layOut(root);
          root.lookup("#results").requestFocus();
          new Explanations(Locale.ENGLISH).showAround(root.getScene());
        });
    draw(
        "timeline-difference",
        (workbench, parts, root) -> {
          showTimeline(workbench, parts, root, TimelineRuns.diverged());
          press(root, "#toDifference");
        });
    draw(
        "timeline-reported",
        (workbench, parts, root) ->
            showTimeline(workbench, parts, root, dev.goldilocks.runs.SampleRuns.reported()));
  }

  private static void showTimeline(Workbench workbench, FakeParts parts, Node root, RunRecord run) {
    parts.library().save(run);
    workbench.shell().pageProperty().set(Page.RUNS);
    table(root).getSelectionModel().select(0);
    toggle(root, "#partTimeline");
    layOut(root);
  }

  private static TimelineStrip strip(Node root) {
    return (TimelineStrip) root.lookup("#strip");
  }

  private void drawComparisons() throws Exception {
    draw("help", (workbench, _, _) -> workbench.shell().pageProperty().set(Page.HELP));
    draw("compare-empty", (workbench, _, _) -> workbench.shell().pageProperty().set(Page.COMPARE));
    draw(
        "compare",
        (workbench, parts, root) -> {
          saveSome(workbench, parts, root);
          workbench.shell().pageProperty().set(Page.RUNS);
          TableView<?> table = table(root);
          table.getSelectionModel().selectRange(1, 4);
          press(root, "#compareButton");
        });
    draw(
        "compare-over-k",
        (workbench, parts, root) -> {
          saveSome(workbench, parts, root);
          workbench.shell().pageProperty().set(Page.RUNS);
          TableView<?> table = table(root);
          table.getSelectionModel().select(0);
          table.getSelectionModel().select(2);
          press(root, "#compareButton");
          toggle(root, "#chart-speedup-over-k");
        });
    for (String kind : List.of("waterfall", "ledger")) {
      draw(
          "compare-" + kind,
          (workbench, parts, root) -> {
            saveSome(workbench, parts, root);
            workbench.shell().pageProperty().set(Page.RUNS);
            table(root).getSelectionModel().selectRange(1, 4);
            press(root, "#compareButton");
            toggle(root, "#chart-" + kind);
          });
    }
    draw(
        "compare-categories",
        (workbench, parts, root) -> {
          saveSome(workbench, parts, root);
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().selectAll();
          press(root, "#compareButton");
          toggle(root, "#chart-categories");
        });
    draw(
        "compare-reported",
        (workbench, parts, root) -> {
          parts.library().save(dev.goldilocks.runs.SampleRuns.reported());
          saveSome(workbench, parts, root);
          workbench.shell().pageProperty().set(Page.RUNS);
          table(root).getSelectionModel().selectAll();
          press(root, "#compareButton");
          toggle(root, "#showExport");
        });
  }

  private static void saveSome(Workbench workbench, FakeParts parts, Node root) {
    double acceptance = 0.3;
    for (Precision precision : Precision.values()) {
      workbench.setup().target().precisionProperty().set(precision);
      parts.runs().acceptFromNowOn(acceptance);
      acceptance += 0.2;
      press(root, "#run");
      parts.runs().latest().playToEnd();
    }
    workbench.setup().take(range(workbench.setup().spec()));
    press(root, "#run");
    parts.runs().latest().playToEnd();
  }

  private static RunSpec withPolicies(RunSpec spec) {
    return spec.withLengths(
        DraftLengths.sorted(
            List.of(
                new DraftLength.Fixed(2),
                new DraftLength.Fixed(3),
                new DraftLength.Fixed(4),
                new DraftLength.Confident(4, 0.4),
                new DraftLength.Heuristic(16),
                new DraftLength.Predicted(16))));
  }

  private static RunSpec range(RunSpec spec) {
    return withDraftTokens(spec, List.of(1, 2, 3, 4, 5, 6, 7, 8));
  }

  private static RunSpec withDraftTokens(RunSpec spec, List<Integer> draftTokens) {
    return new RunSpec(
        spec.target(),
        spec.draft(),
        spec.device(),
        spec.threads(),
        draftTokens,
        spec.sampling(),
        spec.prompts(),
        spec.maxNewTokens(),
        spec.repeats(),
        spec.endOfSequence());
  }

  private static Node inPopup(String selector) {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .map(window -> window.getScene().getRoot().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static void press(Node root, String button) {
    ((Button) root.lookup(button)).fire();
  }

  private static TableView<?> table(Node root) {
    layOut(root);
    return (TableView<?>) root.lookup("#table");
  }

  private static void toggle(Node root, String button) {
    layOut(root);
    ((ToggleButton) root.lookup(button)).fire();
  }

  /** What split and scroll panes hold joins the scene when it is laid out. */
  private static void layOut(Node root) {
    root.applyCss();
    ((javafx.scene.Parent) root).layout();
  }

  private void draw(String name, State state) throws Exception {
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      for (Size size : SIZES) {
        String file =
            "%s-%s-%dx%d%s.png"
                .formatted(
                    name,
                    theme.name().toLowerCase(Locale.ROOT),
                    size.width,
                    size.height,
                    size.scale == 1 ? "" : "@2x");
        if (file.contains(wanted)) {
          draw(file, state, theme, size);
        }
      }
    }
  }

  private void draw(String file, State state, ThemeChoice theme, Size size) throws Exception {
    FakeParts parts = new FakeParts(Files.createTempDirectory("pictures"));
    Stage stage = onWindow(() -> open(parts, state, theme, size));
    Pulses.await(PULSES);
    onWindow(
        () -> {
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setTransform(new Scale(size.scale, size.scale));
          parameters.setViewport(
              new Rectangle2D(0, 0, size.width * size.scale, size.height * size.scale));
          WritableImage image = stage.getScene().getRoot().snapshot(parameters, null);
          drawPopups(stage, size.scale, image);
          write(image, directory.resolve(file));
          stage.close();
          return file;
        });
  }

  /** What has dropped down is a window of its own, and no part of the page's picture. */
  private static void drawPopups(Stage stage, double scale, WritableImage image) {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof PopupWindow popup) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        parameters.setFill(Color.TRANSPARENT);
        Image part = popup.getScene().getRoot().snapshot(parameters, null);
        int left = (int) ((popup.getX() - stage.getX() - stage.getScene().getX()) * scale);
        int top = (int) ((popup.getY() - stage.getY() - stage.getScene().getY()) * scale);
        drawOver(image, part, left, top);
      }
    }
  }

  private static void drawOver(WritableImage image, Image part, int left, int top) {
    double width = Math.min(part.getWidth(), image.getWidth() - left);
    double height = Math.min(part.getHeight(), image.getHeight() - top);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Color above = part.getPixelReader().getColor(x, y);
        Color below = image.getPixelReader().getColor(left + x, top + y);
        Color opaque = Color.color(above.getRed(), above.getGreen(), above.getBlue());
        image
            .getPixelWriter()
            .setColor(left + x, top + y, below.interpolate(opaque, above.getOpacity()));
      }
    }
  }

  private static Stage open(FakeParts parts, State state, ThemeChoice theme, Size size) {
    Workbench workbench = new Workbench(parts.with(Runnable::run, Runnable::run));
    workbench.shell().themeProperty().set(theme);
    Stage stage = new Stage();
    stage.setScene(workbench.scene(size.width, size.height));
    stage.show();
    workbench.start();
    state.reach(workbench, parts, stage.getScene().getRoot());
    workbench.refresh();
    return stage;
  }

  private static <T> T onWindow(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(5, TimeUnit.MINUTES);
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    buffered.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(buffered, "png", file.toFile());
  }
}
