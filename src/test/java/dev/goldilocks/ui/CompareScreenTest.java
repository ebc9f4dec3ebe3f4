package dev.goldilocks.ui;

import static dev.goldilocks.ui.ScreenWindow.PATIENCE_SECONDS;
import static dev.goldilocks.ui.ScreenWindow.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.runs.SampleRuns;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Specs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Compares runs by the controls of the window, and takes the charts out of it. */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class CompareScreenTest {

  @TempDir private static Path directories;

  private FakeParts parts;
  private Stage stage;

  @Start
  void open(Stage primary) throws IOException {
    stage = primary;
    parts = ScreenWindow.parts(directories);
    parts.library().save(SampleRuns.reported());
    parts.library().save(Records.of(parts.runs(), Specs.of(8, 4)));
    parts.runs().acceptFromNowOn(0.3);
    parts.library().save(Records.of(parts.runs(), Specs.of(8, 2, 4)));
    ScreenWindow.show(stage, parts);
  }

  @Test
  void theChartChangesWithASwitchAndTellsItsValuesUnderThePointer(FxRobot robot) throws Exception {
    compareAll(robot);
    robot.clickOn("#chart-acceptance");
    await(() -> drawn(robot).contains("Acceptance rate"));
    robot.moveTo("Acceptance rate");
    robot.moveBy(200, 90);
    await(
        () ->
            robot.lookup(".chart-readout").<Parent>query().getChildrenUnmodifiable().stream()
                .anyMatch(node -> node instanceof Text text && text.getText().contains("%")));
  }

  @Test
  void aSweepIsShownAtEveryKWhenItIsWanted(FxRobot robot) throws Exception {
    compareAll(robot);
    int before = robot.lookup("#figureTable .detail").queryAll().size();
    robot.clickOn("#everyDraftTokens");
    await(() -> robot.lookup("#figureTable .detail").queryAll().size() > before);
    robot.clickOn("#chart-speedup-over-k");
    await(() -> drawn(robot).contains("drafted tokens a round, K"));
    assertThat(robot.lookup("#everyDraftTokens").query().isVisible()).isFalse();
  }

  @Test
  void runsOfOnePairAreToldApartByK(FxRobot robot) throws Exception {
    compareAll(robot);
    assertThat(robot.lookup(".run-chip").<Labeled>queryAll())
        .extracting(Labeled::getText)
        .containsExactlyInAnyOrder(
            "GoldilocksCoder-9M + 0.7M, bf16 · K = 4",
            "GoldilocksCoder-9M + 0.7M, bf16 · K = 2, 4",
            "Article, RTX 6000 (reported)");
  }

  @Test
  void aReportedRunStandsBesideAndSaysSoAndWhyItCannotBeCompared(FxRobot robot) throws Exception {
    compareAll(robot);
    assertThat(drawn(robot)).contains("Reported, not measured here");
    assertThat(text(robot, "#warning")).startsWith("Article, RTX 6000 cannot be held against");
    assertThat(robot.lookup(".run-chip").<Node>queryAll())
        .filteredOn(chip -> chip.getPseudoClassStates().toString().contains("not-comparable"))
        .singleElement()
        .satisfies(
            chip ->
                assertThat(((Labeled) chip).getText()).isEqualTo("Article, RTX 6000 (reported)"));
    robot.clickOn("Article, RTX 6000 (reported)");
    await(() -> robot.lookup(".run-chip").queryAll().size() == 2);
    assertThat(robot.lookup("#warning").query().isVisible()).isFalse();
  }

  @Test
  void theReasonsAgainstSeveralRunsAreReadInFull(FxRobot robot) throws Exception {
    parts.library().save(SampleRuns.hearsay());
    compareAll(robot, 4);

    String reasons = text(robot, "#warning");
    assertThat(reasons.lines()).hasSizeGreaterThan(1);
    assertThat(robot.lookup("#warning .text").<Text>query().getText()).isEqualTo(reasons);
  }

  @Test
  void theTableShowsWhatDiffersAndTheRestOnDemand(FxRobot robot) throws Exception {
    compareAll(robot);
    assertThat(captions(robot)).contains("Target", "K");
    robot.clickOn("Article, RTX 6000 (reported)");
    await(() -> captions(robot).equals(List.of("K")));
    robot.interact(() -> robot.lookup("#allRows").query().requestFocus());
    robot.type(KeyCode.SPACE);
    await(() -> captions(robot).size() > 1);
    assertThat(captions(robot)).contains("Target", "Draft", "Prompts");
  }

  @Test
  void thePictureIsAsItWasAskedFor(FxRobot robot) throws Exception {
    compareAll(robot);
    robot
        .clickOn("#showExport")
        .clickOn("#extentColumn")
        .clickOn("#scale3")
        .clickOn("#coloursDark");
    BufferedImage column = saved(robot, "column.png");
    assertThat(column.getWidth()).isEqualTo(3 * 420);
    assertThat(column.getRGB(2, 2)).isEqualTo(0xff161b22);
    robot.clickOn("#extentPage").clickOn("#scale1").clickOn("#coloursLight");
    BufferedImage page = saved(robot, "page.png");
    assertThat(page.getWidth()).isEqualTo(1240);
    assertThat(page.getRGB(2, 2)).isEqualTo(0xffffffff);
    assertThat(parts.dialogs().proposedName()).contains("comparison.png");
  }

  @Test
  void thePictureIsCopied(FxRobot robot) throws Exception {
    compareAll(robot);
    robot.clickOn("#showExport").clickOn("#copyPicture");
    await(() -> text(robot, "#exported").equals("The picture is in the clipboard."));
    Image copied =
        WaitForAsyncUtils.waitForAsyncFx(
            PATIENCE_SECONDS * 1000L, () -> Clipboard.getSystemClipboard().getImage());
    assertThat(copied.getWidth()).isEqualTo(2 * 880);
  }

  private BufferedImage saved(FxRobot robot, String name) throws Exception {
    Path file = Files.createTempDirectory(directories, "export").resolve(name);
    parts.dialogs().answer(file);
    robot.clickOn("#savePicture");
    await(() -> text(robot, "#exported").equals("Saved to " + file + "."));
    return ImageIO.read(file.toFile());
  }

  private void compareAll(FxRobot robot) throws TimeoutException {
    compareAll(robot, 3);
  }

  private void compareAll(FxRobot robot, int runs) throws TimeoutException {
    robot.clickOn("#showRuns");
    await(() -> robot.lookup("#table").<TableView<?>>query().getItems().size() == runs);
    robot.interact(
        () -> robot.lookup("#table").<TableView<?>>query().getSelectionModel().selectAll());
    robot.clickOn("#compareButton");
    await(() -> robot.lookup(".run-chip").queryAll().size() == runs);
  }

  private static List<String> drawn(FxRobot robot) {
    return robot.lookup("#chart").<Parent>query().lookupAll("Text").stream()
        .map(node -> ((Text) node).getText())
        .toList();
  }

  private static List<String> captions(FxRobot robot) {
    return robot.lookup("#setUpTable .legend").queryAll().stream()
        .map((Node node) -> ((Labeled) node).getText())
        .toList();
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Labeled>query().getText();
  }
}
