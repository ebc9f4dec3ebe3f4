package dev.goldilocks.ui;

import static dev.goldilocks.ui.ScreenWindow.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.engine.ProbeOutcome;
import dev.goldilocks.ui.fake.FakeParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Measures machine and pair by the controls of the window. */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class HardwareScreenTest {

  @TempDir private static Path directories;

  private FakeParts parts;

  @Start
  void open(Stage stage) throws IOException {
    parts = ScreenWindow.parts(directories);
    ScreenWindow.show(stage, parts);
  }

  @Test
  void theKeyShowsThePageAndWhatWouldBeMeasured(FxRobot robot) throws Exception {
    show(robot);

    assertThat(text(robot, "#emptyTitle")).isEqualTo("Not measured yet");
    assertThat(robot.lookup("#content").query().isVisible()).isFalse();
  }

  @Test
  void aProbeGoesOnAndIsShown(FxRobot robot) throws Exception {
    show(robot);
    robot.clickOn("#measure");
    await(() -> parts.probes().submitted() == 1);
    parts.probes().latest().reach(ProbeStage.MEMORY);
    await(() -> text(robot, "#step").equals("Measuring the memory."));
    assertThat(robot.lookup("#measure").query().isDisabled()).isTrue();

    parts.probes().latest().end(new ProbeOutcome.Measured(Probes.halfABillion()));
    await(() -> text(robot, "#headline").startsWith("At best 3.20×, at K = 7"));
    assertThat(cells(robot, "#passTable")).hasSize(6 * 17).contains("130", "61.5 %", "compute");
    assertThat(cells(robot, "#outlookTable")).hasSize(5 * 16).contains("0.300", "3.20×");
    assertThat(text(robot, "#measured"))
        .startsWith("Large bf16 + Small int8 · CPU · 2 threads. Measured");
    assertThat(text(robot, "#otherPair")).startsWith("These figures are of another pair");
    assertThat(robot.lookup("#progress").query().isVisible()).isFalse();
  }

  @Test
  void cancellingSaysSo(FxRobot robot) throws Exception {
    show(robot);
    robot.clickOn("#measure");
    await(() -> robot.lookup("#progressRow #cancel").query().isVisible());
    robot.clickOn("#progressRow #cancel");
    await(() -> text(robot, "#step").equals("Cancelled; nothing is kept."));
    assertThat(robot.lookup("#measure").query().isDisabled()).isFalse();
  }

  @Test
  void aFailureSaysWhy(FxRobot robot) throws Exception {
    show(robot);
    robot.clickOn("#measure");
    await(() -> parts.probes().submitted() == 1);
    parts.probes().latest().end(new ProbeOutcome.Failed("No room.", FailureKind.ENGINE));
    await(() -> robot.lookup("No room.").tryQuery().isPresent());
  }

  @Test
  void theChartLeavesTheWindowAsAPicture(FxRobot robot) throws Exception {
    show(robot);
    robot.clickOn("#measure");
    await(() -> parts.probes().submitted() == 1);
    parts.probes().latest().end(new ProbeOutcome.Measured(Probes.halfABillion()));
    await(() -> robot.lookup("#passLimits").query().isVisible());
    Path file = Files.createTempDirectory(directories, "export").resolve("passes.png");
    parts.dialogs().answer(file);
    robot.clickOn("#passLimits");
    robot.clickOn("#showProbeExport");
    robot.clickOn("#chartCard #extentColumn");
    robot.clickOn("#chartCard #scale3");
    robot.clickOn("#chartCard #savePicture");
    await(() -> text(robot, "#chartCard #exported").equals("Saved to " + file + "."));
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(3 * 420);
    assertThat(parts.dialogs().proposedName()).contains("pass-limits.png");
  }

  private static void show(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
    await(
        () ->
            text(robot, "#pair")
                .equals("GoldilocksCoder-9M bf16 + GoldilocksCoder-0.7M bf16 · CPU · 1 thread"));
  }

  private static List<String> cells(FxRobot robot, String table) {
    return robot.lookup(table).<GridPane>query().getChildren().stream()
        .map(cell -> ((Labeled) cell).getText())
        .toList();
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Labeled>query().getText();
  }
}
