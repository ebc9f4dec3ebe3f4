package dev.goldilocks.ui;

import static dev.goldilocks.ui.ScreenWindow.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.runs.SampleRuns;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.runs.RunRow;
import dev.goldilocks.ui.text.FigureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Finds, names, reads, brings in and takes out saved runs by the controls of the window. */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class RunsScreenTest {

  @TempDir private static Path directories;

  private FakeParts parts;

  @Start
  void open(Stage stage) throws IOException {
    parts = ScreenWindow.parts(directories);
    parts.library().save(SampleRuns.reported());
    parts.library().save(Records.of(parts.runs(), Specs.of(8, 4)));
    parts.library().save(Records.of(parts.runs(), Specs.of(8, 2)));
    ScreenWindow.show(stage, parts);
  }

  @Test
  void runsAreFoundByTextAndByWhatTheyHave(FxRobot robot) throws Exception {
    showRuns(robot);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("gemma");
    await(() -> text(robot, "#count").equals("1 of 3 runs"));
    robot.clickOn("#clearFilter");
    await(() -> text(robot, "#count").equals("3 runs"));
    robot.clickOn("#filterDraftTokens").clickOn("K = 2");
    await(() -> table(robot).getItems().size() == 1);
    robot.clickOn("#filterText").write("gemma");
    await(() -> robot.lookup("#nothingWanted").query().isVisible());
  }

  @Test
  void aRunIsRenamedTaggedAndRemarkedOnFromTheKeyboard(FxRobot robot) throws Exception {
    showRuns(robot);
    pickFirst(robot);
    robot.clickOn("#table").push(KeyCode.HOME).push(KeyCode.F2).write("Quiet night\n");
    await(() -> parts.library().read("run-2").name().equals("Quiet night"));
    robot.clickOn("#tags").write("quiet, paper\n");
    await(() -> parts.library().read("run-2").tags().equals(List.of("quiet", "paper")));
    robot.clickOn("#note").write("Nothing else ran.").clickOn("#runName");
    await(() -> parts.library().read("run-2").note().equals("Nothing else ran."));
    assertThat(robot.lookup("#runName").<TextInputControl>query().getText())
        .isEqualTo("Quiet night");
  }

  @Test
  void theRunsPageShowsFiguresChartsAndTexts(FxRobot robot) throws Exception {
    showRuns(robot);
    pickFirst(robot);
    assertThat(robot.lookup("#results").<TableView<?>>query().getItems()).hasSize(1);
    robot.clickOn("#partCharts").clickOn("#chart-memory");
    await(() -> robot.lookup("Peak memory").tryQuery().isPresent());
    robot.clickOn("#partTexts");
    await(() -> robot.lookup("#speculativeText").query().isVisible());
    assertThat(robot.lookup("#speculativeText").<TextInputControl>query().getText())
        .isNotBlank()
        .isEqualTo(robot.lookup("#baselineText").<TextInputControl>query().getText());
    assertThat(text(robot, "#sameText")).isEqualTo("same text");
  }

  @Test
  void theFiguresSayWhatTheyMeanAtTheKThatIsPicked(FxRobot robot) throws Exception {
    parts.library().delete("run-1");
    parts.library().save(Records.of(parts.runs(), severalK()));
    showRuns(robot);
    pickFirst(robot);
    await(() -> robot.lookup("#results").<TableView<?>>query().getItems().size() == 2);
    robot.clickOn("#results").push(KeyCode.HOME);
    await(() -> text(robot, "#sentence").contains(" at K = 2"));
    assertThat(text(robot, "#roundOf")).startsWith("A round at K = 2: ");
    robot.push(KeyCode.DOWN);
    await(() -> text(robot, "#sentence").contains(" at K = 4"));
    assertThat(text(robot, "#roundOf")).startsWith("A round at K = 4: ");
    assertThat(text(robot, "#alpha")).matches("0\\.\\d+");
    assertThat(text(robot, "#baselineFirst")).matches("\\d.*");
  }

  private static RunSpec severalK() {
    return Specs.of(8, 4)
        .withLengths(new DraftLengths(List.of(new DraftLength.Fixed(2), new DraftLength.Fixed(4))));
  }

  @Test
  void aRunIsRunAgain(FxRobot robot) throws Exception {
    showRuns(robot);
    pickFirst(robot);
    robot.clickOn("#again");
    await(() -> robot.lookup("#run").tryQuery().isPresent());
    robot.clickOn("#run");
    assertThat(parts.runs().latest().spec()).isEqualTo(parts.library().read("run-2").spec());
  }

  @Test
  void aReportedRunIsMarkedWholeBesideItsName(FxRobot robot) throws Exception {
    showRuns(robot);
    Labeled mark = robot.lookup(".provenance-mark").match(Node::isVisible).query();
    assertThat(mark.getText()).isEqualTo("reported");
    assertThat(((Text) mark.lookup(".text")).getText()).as("as drawn").isEqualTo("reported");
    assertThat(((Labeled) mark.getParent().getParent()).getTooltip().getText())
        .isEqualTo("Article, RTX 6000 (reported, not measured here)");
  }

  @Test
  void aDisturbedRunIsMarkedWholeBesideItsNameAndSaysWhy(FxRobot robot) throws Exception {
    RunRecord disturbed = saveDisturbed();
    showRuns(robot);

    Labeled mark = robot.lookup(".disturbed-mark").match(Node::isVisible).query();
    assertThat(((Text) mark.lookup(".text")).getText()).as("as drawn").isEqualTo("disturbed");
    assertThat(((Labeled) mark.getParent().getParent()).getTooltip().getText())
        .startsWith(disturbed.name() + " (measured)\n\n")
        .endsWith(
            " at K = 4 is not to be relied on. The machine was disturbed (of the target's own steps"
                + " the slowest tenth took at least 3.00× the time of the fastest tenth; measure"
                + " again on a quiet machine).");
    assertThat(robot.lookup(".interval-bar").match(RunsScreenTest::isDisturbed).queryAll())
        .as("hollow bars")
        .hasSize(1);
  }

  /** In place of one that was not disturbed. */
  private RunRecord saveDisturbed() {
    RunRecord disturbed = Records.disturbed(Records.of(parts.runs(), Specs.of(8, 4)));
    parts.library().delete("run-1");
    parts.library().save(disturbed);
    return disturbed;
  }

  private static boolean isDisturbed(Node bar) {
    return bar.getPseudoClassStates().contains(PseudoClass.getPseudoClass("disturbed"));
  }

  @Test
  void figuresOfTheListTellTheirIntervals(FxRobot robot) throws Exception {
    showRuns(robot);
    RunRecord run = parts.library().read("run-2");
    FigureFormat figures = new FigureFormat(Locale.ENGLISH);
    String interval =
        "95 % interval: "
            + figures.percentEnds(run.results().getFirst().intervals().acceptanceRate());

    Labeled cell =
        robot
            .lookup(".table-cell")
            .match(
                (Node node) ->
                    node instanceof Labeled labeled
                        && figures
                            .percent(run.results().getFirst().acceptanceRate())
                            .equals(labeled.getText()))
            .query();
    assertThat(cell.getTooltip().getText()).isEqualTo(interval);
    assertThat(cell.getAccessibleHelp()).isEqualTo(interval);
  }

  @Test
  void theSpreadOfStepsStandsOnARunsPage(FxRobot robot) throws Exception {
    RunRecord disturbed = saveDisturbed();
    showRuns(robot);
    pick(robot, disturbed.id());

    await(() -> text(robot, "#stepSpread").equals("3.00×"));
    assertThat(text(robot, "#sentence")).contains("not to be relied on");
  }

  @Test
  void columnsAreChosen(FxRobot robot) throws Exception {
    showRuns(robot);
    assertThat(visibleColumns(robot)).doesNotContain("Provenance").contains("Tags");
    robot.clickOn("#columns").clickOn("Provenance");
    await(() -> visibleColumns(robot).contains("Provenance"));
    robot.clickOn("#columns").clickOn("#show-column-tags");
    await(() -> !visibleColumns(robot).contains("Tags"));
    await(() -> parts.settings().load().columns().isPresent());
    assertThat(parts.settings().load().columns().orElseThrow())
        .contains("column-name", "column-provenance")
        .doesNotContain("column-tags");
  }

  @Test
  void filesThatAreDraggedInAreImportedAndTheOthersSayWhy(FxRobot robot) throws Exception {
    showRuns(robot);
    Path bad = Files.writeString(directories.resolve("bad.json"), "{");
    Path good = Files.copy(parts.library().file("run-1"), directories.resolve("good.json"));
    parts.library().delete("run-1");
    robot.interact(() -> parts.drops().drop(List.of(bad, good)));
    await(() -> text(robot, "#transferDone").equals("1 run was imported."));
    assertThat(text(robot, "#transferProblem")).contains(bad.toString());
    robot.clickOn("#dismiss");
    await(() -> !robot.lookup("#transferBar").query().isVisible());
  }

  @Test
  void runsAreExportedAsATable(FxRobot robot) throws Exception {
    showRuns(robot);
    robot.interact(() -> table(robot).getSelectionModel().selectAll());
    Path file = directories.resolve("runs.md");
    parts.dialogs().answer(file);
    robot.clickOn("#export").clickOn("#exportMarkdown");
    await(() -> text(robot, "#transferDone").equals("3 runs were written to " + file + "."));
    assertThat(Files.readString(file)).contains("Article, RTX 6000");
    assertThat(parts.dialogs().proposedName()).contains("runs.md");
  }

  @Test
  void aDeletionIsUndoneWithTheKeyboard(FxRobot robot) throws Exception {
    showRuns(robot);
    pickFirst(robot);
    robot.interact(() -> table(robot).requestFocus());
    robot.push(KeyCode.DELETE);
    await(() -> table(robot).getItems().size() == 2);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    await(() -> table(robot).getItems().size() == 3);
  }

  @Test
  void everyPageHasAKeyAndTheHelpPageListsThem(FxRobot robot) throws Exception {
    robot.push(KeyCode.F1);
    await(() -> text(robot, "#title").equals("Help"));
    assertThat(robot.lookup(".key-cap").<Labeled>queryAll())
        .extracting(Labeled::getText)
        .contains("F1", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+F", "Ctrl+Z", "Delete", "F2")
        .contains("Alt+↑", "Alt+↓");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    await(() -> text(robot, "#title").equals("Runs"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    await(() -> text(robot, "#title").equals("Compare"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    await(() -> text(robot, "#title").equals("Bench"));
  }

  private void showRuns(FxRobot robot) throws TimeoutException {
    robot.clickOn("#showRuns");
    await(() -> robot.lookup("#table").tryQuery().isPresent());
    await(() -> table(robot).getItems().size() == 3);
  }

  private static void pick(FxRobot robot, String id) {
    List<?> rows = table(robot).getItems();
    int row =
        IntStream.range(0, rows.size())
            .filter(i -> ((RunRow) rows.get(i)).run().id().equals(id))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(row));
  }

  private void pickFirst(FxRobot robot) throws TimeoutException {
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
    await(() -> robot.lookup("#runName").query().getScene() != null);
    await(
        () ->
            robot.lookup("#runName").<TextInputControl>query().getText().startsWith("Goldilocks"));
  }

  private static List<String> visibleColumns(FxRobot robot) {
    return table(robot).getColumns().stream()
        .filter(TableColumn::isVisible)
        .map(TableColumn::getText)
        .toList();
  }

  private static TableView<?> table(FxRobot robot) {
    return robot.lookup("#table").query();
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Labeled>query().getText();
  }
}
