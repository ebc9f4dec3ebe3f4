package dev.goldilocks.ui;

import static dev.goldilocks.ui.ScreenWindow.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.chart.TimelineSpot;
import dev.goldilocks.chart.TimelineStrip;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Step;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.TimelineRuns;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Reads a text round by round by the controls of the window. */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class TimelineScreenTest {

  @TempDir private static Path directories;

  private FakeParts parts;

  @Start
  void open(Stage stage) throws IOException {
    parts = ScreenWindow.parts(directories);
    ScreenWindow.show(stage, parts);
  }

  @Test
  void arrowsGoFromTokenToTokenAndReadOutTheirProbabilities(FxRobot robot) throws Exception {
    showTimeline(robot, TimelineRuns.drawn());
    robot.interact(() -> strip(robot).requestFocus());

    robot.push(KeyCode.RIGHT);
    assertThat(pointed(robot)).isEqualTo(new TimelineSpot(0, 0));
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.RIGHT);

    assertThat(pointed(robot)).isEqualTo(new TimelineSpot(2, 1));
    assertThat(readings(robot)).contains("s", "62.8 %", "8.61 %", "15.4 %", "89.7 %");
    assertThat(strip(robot).getAccessibleText())
        .startsWith("s. Drafted and rejected: the target wrote another token here. Token 4");
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
    assertThat(pointed(robot)).as("the last of the round before").isEqualTo(new TimelineSpot(1, 4));
    robot.push(KeyCode.END);
    assertThat(pointed(robot).round()).isEqualTo(strip(robot).rounds() - 1);
  }

  @Test
  void theFirstDifferenceIsExplainedAndShown(FxRobot robot) throws Exception {
    showTimeline(robot, TimelineRuns.diverged());
    assertThat(robot.lookup("#difference").<Labeled>query().getText())
        .contains("From token 22 on the texts differ", "near-tie rounding");

    robot.clickOn("#toDifference");

    assertThat(readings(robot)).contains("Subscriber", "Token 22 of the text, id 2913");
  }

  @Test
  void anotherRepeatIsChosen(FxRobot robot) throws Exception {
    showTimeline(robot, TimelineRuns.drawn());
    robot.interact(() -> robot.lookup("#timelineRepeat").<ComboBox<Integer>>query().setValue(1));
    await(() -> readings(robot).getFirst().startsWith("No probabilities: of texts that are drawn"));
  }

  @Test
  void thousandsOfRoundsAreNoMoreNodesThanThoseInSight(FxRobot robot) throws Exception {
    showTimeline(robot, repeated(TimelineRuns.greedy(), 400));
    assertThat(strip(robot).rounds()).isGreaterThan(6_000);
    int before = nodes(strip(robot));

    robot.interact(() -> strip(robot).requestFocus());
    robot.push(KeyCode.END);
    Pulses.await(2);

    assertThat(pointed(robot).round()).isEqualTo(strip(robot).rounds() - 1);
    assertThat(nodes(strip(robot))).isLessThan(400).isCloseTo(before, Offset.offset(200));
  }

  @Test
  void theTimelineIsSavedAsAPicture(FxRobot robot) throws Exception {
    showTimeline(robot, TimelineRuns.diverged());
    Path file = directories.resolve("timeline.png");
    parts.dialogs().answer(file);

    robot.clickOn("#timelineSave");

    await(() -> robot.lookup("#pictureDone").<Labeled>query().getText().contains("Saved to"));
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(List.of(picture.getRGB(1, 1), picture.getRGB(1, picture.getHeight() - 2)))
        .as("its corners")
        .containsOnly(0xFFFFFFFF);
    assertThat(picture.getWidth()).isGreaterThan(1_000);
    assertThat(picture.getHeight()).as("18 rows of 52 pixels").isGreaterThan(18 * 52);
  }

  /** The rounds of the first pair so many times over. */
  private static RunRecord repeated(RunRecord run, int times) {
    PairSample first = run.samples().getFirst();
    Generation text = first.speculative().generation();
    List<Step> steps = new ArrayList<>();
    Collections.nCopies(times, text.steps()).forEach(steps::addAll);
    List<Integer> ids = new ArrayList<>(text.ids().subList(0, 1));
    steps.forEach(step -> ids.addAll(step.emitted()));
    PairSample longer =
        new PairSample(
            first.plan(),
            first.promptTokens(),
            first.baseline(),
            new SideSample(new Generation(ids, text.prefillNanos(), steps), ""),
            first.comparison());
    return new RunRecord(
        run.origin(), Remarks.named(run.name()), run.results(), List.of(longer), TokenDetails.NONE);
  }

  private void showTimeline(FxRobot robot, RunRecord run) throws TimeoutException {
    parts.library().save(run);
    robot.clickOn("#showRuns");
    await(() -> robot.lookup("#table").tryQuery().isPresent());
    await(() -> !table(robot).getItems().isEmpty());
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
    await(() -> robot.lookup("#partTimeline").query().getScene() != null);
    robot.clickOn("#partTimeline");
    await(() -> strip(robot).isVisible() && strip(robot).rounds() > 0);
  }

  private static TableView<?> table(FxRobot robot) {
    return robot.lookup("#table").query();
  }

  private static TimelineStrip strip(FxRobot robot) {
    return robot.lookup("#strip").query();
  }

  private static TimelineSpot pointed(FxRobot robot) {
    return strip(robot).pointedProperty().get().orElseThrow();
  }

  private static List<String> readings(FxRobot robot) {
    return robot.lookup("#reading").query().lookupAll(".label").stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  private static int nodes(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .mapToInt(node -> 1 + (node instanceof Parent inner ? nodes(inner) : 0))
        .sum();
  }
}
