package dev.goldilocks.ui;

import static dev.goldilocks.ui.ScreenWindow.PATIENCE_SECONDS;
import static dev.goldilocks.ui.ScreenWindow.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.chart.LiveLines;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.bench.QueueViewModel;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.ScriptedRun;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.settings.NamedSetup;
import dev.goldilocks.ui.settings.Settings;
import dev.goldilocks.ui.settings.ThemeChoice;
import dev.goldilocks.ui.settings.WindowPlace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Drives the window as people do: by its controls, with a scripted engine behind it. */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class WorkbenchScreenTest {

  @TempDir private static Path directories;

  private final CountDownLatch closed = new CountDownLatch(1);
  private FakeParts parts;
  private Workbench workbench;
  private Stage stage;

  @Start
  void open(Stage primary) throws IOException {
    stage = primary;
    parts = ScreenWindow.parts(directories);
    workbench = ScreenWindow.show(stage, parts, closed::countDown);
  }

  @Test
  void aRunIsSetUpWatchedFinishedComparedAndExported(FxRobot robot) throws Exception {
    // Set up: K up to 5, eight prompts.
    awaitReady(robot);
    robot.doubleClickOn("#mostDraftTokens .text-field").write("5").type(KeyCode.TAB);
    robot.doubleClickOn("#limit .text-field").write("8").type(KeyCode.TAB);
    robot.clickOn("#run");
    ScriptedRun first = parts.runs().latest();
    assertThat(first.spec().draftTokens()).containsExactly(4, 5);
    assertThat(first.spec().prompts().limit()).isEqualTo(8);

    // Watch: figures, charts and text move.
    first.playShare(0.5);
    await(() -> text(robot, "#speedup").endsWith("×"));
    String early = text(robot, "#baselineNow");
    int points = pointsDrawn(robot);
    first.playShare(0.9);
    await(() -> pointsDrawn(robot) > points);
    assertThat(text(robot, "#step")).startsWith("Pair ");
    assertThat(text(robot, "#timeLeft")).endsWith(" left");
    assertThat(early).isNotEqualTo("–");
    assertThat(written(robot)).isNotBlank();

    // Finish: it is saved, and shown in the list.
    first.playToEnd();
    await(() -> text(robot, "#step").contains("Saved as "));
    assertThat(text(robot, "#sentence")).matches("Faster at K = [45]; what holds it back most: .*");
    robot.clickOn("#showKept");
    await(() -> table(robot).getItems().size() == 1);

    // A second one, from the keyboard.
    robot.clickOn("#showBench");
    parts.runs().acceptFromNowOn(0.1);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    await(() -> parts.runs().submitted() == 2);
    parts.runs().latest().playToEnd();
    await(() -> text(robot, "#step").contains("Saved as "));

    // Select two, compare.
    robot.clickOn("#showRuns");
    await(() -> table(robot).getItems().size() == 2);
    robot.clickOn(rows(robot).getFirst()).push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.clickOn("#compareButton");
    await(() -> robot.lookup(".run-chip").queryAll().size() == 2);

    // Export.
    Path png = Files.createTempDirectory(directories, "export").resolve("speed.png");
    parts.dialogs().answer(png);
    robot.clickOn("#showExport").clickOn("#savePicture");
    await(() -> text(robot, "#exported").equals("Saved to " + png + "."));
    assertThat(parts.dialogs().proposedName()).contains("speed.png");
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(2 * 880);
    assertThat(colours(image)).as("background, text, two series and more").isGreaterThan(20);
  }

  @Test
  void modelsArePickedByNameAndAPairThatDoesNotFitSaysWhy(FxRobot robot) throws Exception {
    awaitReady(robot);
    parts.dialogs().answer(Shelves.STRANGER.directory());
    robot.clickOn("#openDraft");
    await(() -> text(robot, "#pairFit").contains("pick a draft with the target's tokenizer"));
    assertThat(robot.lookup("#run").query().isDisabled()).isTrue();
    robot.clickOn("#draft").clickOn("GoldilocksCoder-0.7M");
    await(() -> text(robot, "#pairFit").equals("Same tokenizer: they fit"));
    assertThat(robot.lookup("#run").query().isDisabled()).isFalse();
    robot.clickOn("#targetPrecision").clickOn("int8");
    robot.clickOn("#run");
    assertThat(parts.runs().latest().spec().target().precision().label()).isEqualTo("int8");
  }

  @Test
  void aFolderWithoutAModelSaysSoBesideThePicker(FxRobot robot) throws Exception {
    awaitReady(robot);
    parts.dialogs().answer(Path.of("/pictures"));
    robot.clickOn("#openTarget");
    await(() -> text(robot, "#targetProblem").startsWith("/pictures holds no model"));
    assertThat(workbench.setup().target().selectedProperty().get()).isEqualTo(Shelves.TARGET);
  }

  @Test
  void whatIsTypedIntoAFieldIsKeptInItsRange(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.doubleClickOn("#threads .text-field").write("99").type(KeyCode.TAB);
    robot.doubleClickOn("#repeats .text-field").write("two").type(KeyCode.TAB);
    assertThat(spinner(robot, "#threads").getValue()).isEqualTo(2);
    assertThat(text(robot, "#threadsNote"))
        .isEqualTo("THREADS: “99” is not 1 to 2, so it is 2 now.");
    assertThat(text(robot, "#lengthNote"))
        .isEqualTo("REPEATS: “two” is not 1 to 100, so it is 1 now.");
    assertThat(spinner(robot, "#repeats").getValue()).isEqualTo(1);
    assertThat(spinner(robot, "#repeats").getEditor().getText()).isEqualTo("1");
  }

  @Test
  void aFieldShowsWhatCountsAndItsNoteGoesWithTheNextNumber(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.doubleClickOn("#threads .text-field").write("abc").type(KeyCode.TAB);
    assertThat(spinner(robot, "#threads").getEditor().getText())
        .isEqualTo(spinner(robot, "#threads").getValue().toString());
    assertThat(text(robot, "#threadsNote")).startsWith("THREADS: “abc” is not 1 to 2");
    robot.doubleClickOn("#mostDraftTokens .text-field").write("99").type(KeyCode.TAB);
    assertThat(text(robot, "#draftTokensNote")).endsWith("“99” is not 1 to 64, so it is 64 now.");
    robot.interact(() -> workbench.setup().draftTokens().mostProperty().set(2));
    assertThat(text(robot, "#draftTokensNote")).doesNotContain("99");
  }

  @Test
  void anEndOfTheRangeOfKThatMovesSaysSo(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.doubleClickOn("#mostDraftTokens .text-field").write("2").type(KeyCode.TAB);
    assertThat(spinner(robot, "#fewestDraftTokens").getValue()).isEqualTo(2);
    assertThat(text(robot, "#draftTokensNote"))
        .isEqualTo("“From” is 2 now too: it cannot be over “To”.");
    robot.doubleClickOn("#mostDraftTokens .text-field").write("3").type(KeyCode.TAB);
    assertThat(text(robot, "#draftTokensNote")).isEmpty();
  }

  @Test
  void aModelIsFoundByTypingAndPickedWithTheKeyboard(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#target").write("0.7m").type(KeyCode.ENTER);
    assertThat(workbench.setup().target().selectedProperty().get()).isEqualTo(Shelves.DRAFT);
    robot.clickOn("#target").type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(workbench.setup().target().selectedProperty().get()).isEqualTo(Shelves.TARGET);
  }

  @Test
  void promptLookupIsPickedRunNamedAndRunAgain(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#draft").clickOn("Prompt lookup");
    assertThat(text(robot, "#draftFacts")).startsWith("No draft model:");
    assertThat(robot.lookup("#draftPrecision").query().isDisabled()).isTrue();
    robot.clickOn("#run");
    parts.runs().latest().playToEnd();
    await(() -> text(robot, "#step").contains("Saved as "));
    robot.interact(() -> workbench.setup().draft().pick(Shelves.DRAFT));
    robot.clickOn("#showKept");
    await(() -> table(robot).getItems().size() == 1);
    assertThat(robot.lookup("GoldilocksCoder-9M + prompt lookup, bf16").queryAll()).isNotEmpty();
    assertThat(robot.lookup("prompt lookup").queryAll()).as("in the set-up").isNotEmpty();
    robot.clickOn("#again");
    await(() -> robot.lookup("#run").tryQuery().isPresent());
    assertThat(workbench.setup().spec().draft()).isEqualTo(new PromptLookup(2));
  }

  @Test
  void escapeClosesTheListOfModelsAndLeavesTheRunAlone(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run").clickOn("#target");
    await(() -> robot.lookup("#search").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);
    await(() -> robot.lookup("#search").tryQuery().isEmpty());
    assertThat(parts.runs().latest().outcome()).isNotDone();
  }

  @Test
  void samplingIsTypedAndWrongNumbersSayWhatToGive(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#samplingToggle");
    robot.doubleClickOn("#temperature").write("0.7");
    robot.doubleClickOn("#seed").write("x");
    assertThat(text(robot, "#seedProblem")).isEqualTo("Give a whole number.");
    assertThat(robot.lookup("#run").query().isDisabled()).isTrue();
    robot.doubleClickOn("#seed").write("7").clickOn("#run");
    assertThat(parts.runs().latest().spec().sampling()).isEqualTo(new Sampling(0.7, 0, 1, 7));
  }

  @Test
  void aDeviceThatIsNotHereSaysWhy(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#device-cuda");
    assertThat(text(robot, "#deviceNote"))
        .isEqualTo(
            "The device cuda cannot be used: it is not there; choose cpu. It would take a GPU.");
  }

  @Test
  void aSetUpIsSavedUnderANameKeptRemovedAndBroughtBack(FxRobot robot) throws Exception {
    awaitReady(robot);
    RunSpec saved = workbench.setup().spec();
    robot.clickOn("#setups").clickOn("#setupName").write("as it is").clickOn("#saveSetup");
    await(() -> parts.settings().load().setups().size() == 1);
    assertThat(parts.settings().load().setups()).containsExactly(new NamedSetup("as it is", saved));

    robot.push(KeyCode.ESCAPE);
    robot.doubleClickOn("#repeats .text-field").write("9").type(KeyCode.TAB);
    robot.clickOn("#setups").clickOn("as it is");
    await(() -> workbench.setup().spec().equals(saved));

    robot.clickOn("#setups").clickOn(".setup-row .button-icon");
    await(() -> parts.settings().load().setups().isEmpty());
    robot.clickOn("#undoRemove");
    await(() -> parts.settings().load().setups().size() == 1);
  }

  @Test
  void theEqualCommandIsCopied(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#command").clickOn("#copy");
    assertThat(text(robot, "#copy")).isEqualTo("Copied");
    assertThat(clipboard(robot)).isEqualTo(workbench.setup().command());
  }

  @Test
  void thePromptsCanBeReadBeforeTheRun(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#previewPrompts").type(KeyCode.DOWN);
    assertThat(robot.lookup("#previewText").<TextArea>query().getText()).isEqualTo("// javadoc 1");
  }

  @Test
  void pointingAtAMomentReadsOutEveryChartOverTime(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    parts.runs().latest().playShare(0.9);
    await(() -> pointsDrawn(robot) > 0);
    robot.moveTo("#rates");
    await(() -> help(robot, "#rates").contains("Baseline"));
    assertThat(help(robot, "#rates"))
        .matches("\\d+:\\d\\d, Baseline  [\\d.]+, Speculative  [\\d.]+");
    String moment = help(robot, "#rates").replaceFirst(",.*", "");
    assertThat(help(robot, "#acceptanceOverTime")).matches(moment + ", Acceptance  [\\d.]+ %");
    assertThat(help(robot, "#memory")).matches(moment + ", Engine  [\\d.]+ MB");

    robot.moveTo("#positions");
    await(() -> help(robot, "#positions").matches("token \\d of the draft: [\\d.]+ % accepted"));
    assertThat(help(robot, "#rates")).isEmpty();
    robot.moveTo("#speedups");
    await(() -> help(robot, "#speedups").matches("javadoc: [\\d.]+× \\[[\\d.]+, [\\d.]+]"));
    // The middle of a round is in the target's pass.
    robot.moveTo("#ledger");
    await(() -> help(robot, "#ledger").matches("verify: [\\d.]+ ms, [\\d.]+ %"));
  }

  @Test
  void valuesAreReadOutWithTheKeyboard(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    parts.runs().latest().playShare(0.9);
    await(() -> pointsDrawn(robot) > 0);
    robot.interact(() -> robot.lookup("#positions").query().requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(help(robot, "#positions")).startsWith("token 2 of the draft: ");
    robot.interact(() -> robot.lookup("#memory").query().requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(help(robot, "#memory")).startsWith("0:0");
    assertThat(help(robot, "#positions")).isEmpty();
  }

  @Test
  void runsAreQueuedReorderedTakenOutAndCarriedOutInTurn(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    assertThat(text(robot, "#runText")).isEqualTo("Add to the queue");
    for (String repeats : List.of("2", "3", "4")) {
      robot.doubleClickOn("#repeats .text-field").write(repeats).clickOn("#run");
    }
    assertThat(repeats(workbench.bench().queue())).containsExactly(1, 2, 3, 4);
    assertThat(parts.runs().submitted()).isEqualTo(1);

    await(() -> robot.lookup("#queueList .list-cell").queryAll().size() >= 3);
    robot.clickOn(queueRow(robot, 1).lookup(".queue-down"));
    assertThat(repeats(workbench.bench().queue())).containsExactly(1, 3, 2, 4);
    robot.clickOn(queueRow(robot, 2).lookup(".queue-remove"));
    assertThat(repeats(workbench.bench().queue())).containsExactly(1, 3, 4);
    await(() -> queueRow(robot, 2).lookup(".queue-up") != null);
    robot.clickOn(queueRow(robot, 2)).press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
    assertThat(repeats(workbench.bench().queue())).containsExactly(1, 4, 3);
    robot.type(KeyCode.DELETE);
    assertThat(repeats(workbench.bench().queue())).containsExactly(1, 3);

    parts.runs().latest().playToEnd();
    await(() -> parts.runs().submitted() == 2);
    assertThat(parts.runs().latest().spec().repeats()).isEqualTo(3);
    parts.runs().latest().playToEnd();
    await(() -> parts.library().list().runs().size() == 2);
    await(
        () -> workbench.bench().queue().items().stream().allMatch(it -> it.savedRun().isPresent()));
    robot.clickOn("#clearQueue");
    assertThat(robot.lookup("#queue").query().isVisible()).isFalse();
  }

  @Test
  void inALowWindowTheQueueIsALineUntilPeopleUnfoldIt(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run").clickOn("#run").clickOn("#run");
    Node list = robot.lookup("#queueList").query();
    assertThat(list.isVisible()).isTrue();
    robot.interact(() -> stage.setHeight(700));
    await(() -> !list.isVisible());
    assertThat(text(robot, "#queueSummary")).isEqualTo("1 running · 2 waiting");
    robot.clickOn("#unfoldQueue");
    assertThat(list.isVisible()).isTrue();
    robot.interact(() -> stage.setHeight(690));
    assertThat(list.isVisible()).isTrue();
  }

  @Test
  void theSpeedupOfARunInTheQueueIsReadWithItsIntervalInANarrowWindow(FxRobot robot)
      throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    robot.clickOn("#run");
    parts.runs().latest().playToEnd();
    await(() -> workbench.bench().queue().items().getFirst().savedRun().isPresent());
    await(() -> queueRow(robot, 0).lookup(".queue-result").isVisible());
    assertThat(((Text) queueRow(robot, 0).lookup(".queue-result > .text")).getText())
        .matches("1\\.\\d\\d× \\[1\\.\\d\\d, 1\\.\\d\\d\\] at K = 4");
  }

  @Test
  void aRunGoesOnBehindAnotherPageAndIsWatchedAgain(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    parts.runs().latest().playShare(0.3);
    await(() -> text(robot, "#step").startsWith("Pair "));
    String before = text(robot, "#step");
    robot.clickOn("#showRuns");
    parts.runs().latest().playShare(0.8);
    await(() -> text(robot, "#activity").startsWith("Measuring, "));
    robot.clickOn("#showBench");
    await(() -> !text(robot, "#step").equals(before));
    assertThat(text(robot, "#step")).startsWith("Pair ");
  }

  @Test
  void aRunIsCancelledWithEscape(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    parts.runs().latest().playShare(0.5);
    robot.push(KeyCode.ESCAPE);
    await(() -> text(robot, "#step").contains("What was measured is kept as "));
    assertThat(robot.lookup("#cancel").query().isVisible()).isFalse();
    assertThat(parts.library().list().runs())
        .extracting(RunSummary::provenance)
        .containsExactly(Provenance.CANCELLED);
  }

  @Test
  void aFailedRunShowsItsSentence(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    parts.runs().latest().fail("The engine ran out of memory; pick a smaller model.");
    await(
        () ->
            text(robot, "#failureText")
                .equals("The engine ran out of memory; pick a smaller model."));
    assertThat(robot.lookup("#failure").query().isVisible()).isTrue();
    assertThat(robot.lookup("#verdict").query().isVisible()).as("said once").isFalse();
    assertThat(robot.lookup("#run").query().isDisabled()).isFalse();
  }

  @Test
  void aDeletedRunComesBack(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    parts.runs().latest().playToEnd();
    await(() -> text(robot, "#step").contains("Saved as "));
    robot.clickOn("#showKept");
    await(() -> table(robot).getSelectionModel().getSelectedItems().size() == 1);
    robot.clickOn("#deleteButton");
    await(() -> parts.library().list().runs().isEmpty());
    await(() -> robot.lookup("#undo").query().getScene() != null);
    robot.clickOn("#undo");
    await(() -> table(robot).getItems().size() == 1);
  }

  @Test
  void aLongFailureIsShownWhole(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run");
    parts.runs().latest().playShare(0.4);
    String sentence = "The engine ran out of memory. ".repeat(12);
    parts.runs().latest().fail(sentence);
    await(() -> text(robot, "#failureText").equals(sentence));
    for (String label : List.of("#failureText", "#sentence", "#flip")) {
      assertThat(robot.lookup(label + " .text").<Text>query().getText())
          .isEqualTo(text(robot, label));
    }
  }

  @Test
  void theKeyboardIsOnCancelWhileARunGoesOnAndThenOnRun(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.interact(() -> robot.lookup("#run").query().requestFocus());
    robot.type(KeyCode.SPACE);
    await(() -> robot.lookup("#cancel").query().isFocused());
    robot.type(KeyCode.SPACE);
    await(() -> robot.lookup("#run").query().isFocused());
    assertThat(parts.runs().submitted()).isEqualTo(1);
  }

  @Test
  void aRunThatDidNotEndIsOfferedAndKept(FxRobot robot) throws Exception {
    awaitReady(robot);
    parts.leaveJournal(0.7);
    robot.interact(workbench::lookForInterruptedRuns);
    await(() -> robot.lookup(".notice-bar").queryAll().size() == 1);
    robot.clickOn("Keep what it measured");
    await(() -> parts.library().list().runs().size() == 1);
    String name = parts.library().list().runs().getFirst().name();
    await(() -> robot.lookup("What was measured is kept as " + name + ".").tryQuery().isPresent());
    robot.clickOn("Show in Runs");
    await(() -> robot.lookup(".notice-bar").queryAll().isEmpty());
    await(() -> table(robot).getItems().size() == 1);
    assertThat(parts.library().list().runs())
        .extracting(RunSummary::provenance)
        .containsExactly(Provenance.RECOVERED);
  }

  @Test
  void aRunThatCouldNotBeSavedIsSavedWithAClickOnceThereIsRoom(FxRobot robot) throws Exception {
    awaitReady(robot);
    parts.disk().fill();
    robot.clickOn("#run");
    parts.runs().latest().playToEnd();
    await(() -> robot.lookup("#saveAgain").tryQuery().isPresent());
    robot.clickOn("#showRuns").clickOn("#saveAgain");
    askToClose(robot);
    await(() -> robot.lookup("Keep the window").tryQuery().isPresent());
    robot.clickOn("Keep the window");

    parts.disk().clear();
    robot.clickOn("#saveAgain");
    await(() -> table(robot).getItems().size() == 1);
    assertThat(robot.lookup("#saveAgain").tryQuery()).isEmpty();
    assertThat(parts.library().list().runs()).hasSize(1);
  }

  @Test
  void aLibraryThatCannotBeWrittenIsSaidAtTheStartAndLookedAtAgain(FxRobot robot) throws Exception {
    awaitReady(robot);
    parts.disk().fill();
    Stage again = openAgain(robot);
    await(() -> robot.lookup("#lookAgain").tryQuery().isPresent());
    assertThat(robot.lookup(".notice-bar .label").<Labeled>query().getText())
        .startsWith("The library " + parts.library().directory() + " is on a disk with less than");

    parts.disk().clear();
    robot.clickOn("#lookAgain");
    await(() -> robot.lookup("#lookAgain").tryQuery().isEmpty());
    robot.interact(again::hide);
  }

  @Test
  void theThemeChangesWithAClick(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#dark");
    await(() -> stage.getScene().getRoot().getPseudoClassStates().toString().contains("dark"));
    robot.clickOn("#light");
    await(() -> !stage.getScene().getRoot().getPseudoClassStates().toString().contains("dark"));
  }

  @Test
  void closingTheWindowStopsTheRunAndKeepsTheSettings(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#dark").clickOn("#run");
    parts.runs().latest().playShare(0.5);
    robot.interact(stage::close);
    assertThat(closed.await(PATIENCE_SECONDS, SECONDS)).isTrue();
    assertThat(parts.runs().isClosed()).isTrue();
    assertThat(parts.settings().load())
        .isEqualTo(
            new Settings(
                ThemeChoice.DARK,
                Optional.of(new WindowPlace(0, 0, 1000, 900, WindowPlace.Extent.WINDOW)),
                Optional.of(parts.runs().latest().spec()),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
  }

  @Test
  void closingTheWindowWhileARunGoesOnAsksFirstAndKeepsWhatWaits(FxRobot robot) throws Exception {
    awaitReady(robot);
    robot.clickOn("#run").clickOn("#run");
    parts.runs().latest().playShare(0.5);
    askToClose(robot);
    await(() -> robot.lookup("#keepMeasuring").query().isFocused());
    robot.type(KeyCode.ESCAPE);
    await(() -> robot.lookup("#keepMeasuring").tryQuery().isEmpty());
    assertThat(workbench.bench().runningProperty().get()).isTrue();

    askToClose(robot);
    robot.clickOn("#cancelAndClose");
    assertThat(closed.await(PATIENCE_SECONDS, SECONDS)).isTrue();
    assertThat(parts.library().list().runs()).hasSize(1);
    assertThat(parts.settings().load().waiting()).containsExactly(parts.runs().latest().spec());
    assertThat(parts.runs().submitted()).isEqualTo(1);

    Stage again = openAgain(robot);
    await(() -> robot.lookup("#queueUnstarted").tryQuery().isPresent());
    robot.clickOn("#queueUnstarted");
    await(() -> parts.runs().submitted() == 2);
    await(() -> parts.settings().load().waiting().isEmpty());
    robot.interact(again::hide);
  }

  private void askToClose(FxRobot robot) {
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private Stage openAgain(FxRobot robot) {
    AtomicReference<Stage> opened = new AtomicReference<>();
    robot.interact(
        () -> {
          opened.set(new Stage());
          workbench = ScreenWindow.show(opened.get(), parts);
        });
    return opened.get();
  }

  private void awaitReady(FxRobot robot) throws TimeoutException {
    await(() -> !robot.lookup("#run").query().isDisabled());
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Labeled>query().getText();
  }

  private static int pointsDrawn(FxRobot robot) {
    return robot.lookup("#rates").<LiveLines>query().getSeries().stream()
        .mapToInt(series -> series.points().size())
        .sum();
  }

  private static String written(FxRobot robot) {
    StringBuilder written = new StringBuilder();
    robot.lookup("#text").<VBox>query().lookupAll(".piece").stream()
        .map(piece -> piece instanceof Text text ? text.getText() : ((Labeled) piece).getText())
        .forEach(written::append);
    return written.toString();
  }

  private static TableView<?> table(FxRobot robot) {
    return robot.lookup("#table").query();
  }

  private static List<Node> rows(FxRobot robot) {
    return robot.lookup("#table .table-row-cell").queryAll().stream()
        .filter(row -> !((TableRow<?>) row).isEmpty())
        .sorted(Comparator.comparingDouble(Node::getLayoutY))
        .toList();
  }

  private static List<Integer> repeats(QueueViewModel queue) {
    return queue.items().stream().map(item -> item.spec().repeats()).toList();
  }

  private static Node queueRow(FxRobot robot, int row) {
    return robot.lookup("#queueList .list-cell").queryAll().stream()
        .map(ListCell.class::cast)
        .filter(cell -> !cell.isEmpty() && cell.getIndex() == row)
        .findFirst()
        .orElseThrow();
  }

  private static String help(FxRobot robot, String selector) {
    String help = robot.lookup(selector).query().getAccessibleHelp();
    return help == null ? "" : help;
  }

  private static String clipboard(FxRobot robot) {
    AtomicReference<String> text = new AtomicReference<>();
    robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
    return text.get();
  }

  private static Spinner<?> spinner(FxRobot robot, String selector) {
    return robot.lookup(selector).query();
  }

  private static long colours(BufferedImage image) {
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }
}
