package dev.goldilocks.ui;

import static dev.goldilocks.ui.ScreenWindow.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.FigureIntervals;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.chart.TimelineSpot;
import dev.goldilocks.chart.TimelineStrip;
import dev.goldilocks.engine.ProbeOutcome;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.fake.TimelineRuns;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.runs.RunRow;
import dev.goldilocks.ui.text.FigureFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every figure of the window says what it means, to the mouse, the keyboard and screen readers. */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class DefinitionsScreenTest {

  /** Columns and titles that stand over words and not over figures. */
  private static final Set<String> WORDS =
      Set.of(
          "CPU",
          "NVIDIA GPU (CUDA)",
          "Apple GPU (MPS)",
          "Name",
          "Target",
          "Draft",
          "Device",
          "Precision",
          "Tags",
          "Date",
          "Run",
          "Text",
          "Figures",
          "What differs in the set-up");

  @TempDir private static Path directories;

  private FakeParts parts;
  private Stage window;

  @Start
  void open(Stage stage) throws IOException {
    window = stage;
    parts = ScreenWindow.parts(directories);
    parts.library().save(TimelineRuns.greedy());
    parts.library().save(Records.of(parts.runs(), Specs.of(8, 4)));
    ScreenWindow.show(stage, parts);
  }

  @Test
  void theTermsFollowTheKeysOnTheHelpPage(FxRobot robot) throws Exception {
    robot.type(KeyCode.F1);
    await(() -> robot.lookup("#terms").tryQuery().isPresent());
    await(() -> robot.lookup("#keys").query().getLayoutBounds().getHeight() > 0);

    Node keys = robot.lookup("#keys").query();
    double sections =
        robot.lookup("#keys .card").queryAll().stream()
            .mapToDouble(
                card -> keys.sceneToLocal(card.localToScene(card.getBoundsInLocal())).getMaxY())
            .max()
            .orElseThrow();
    assertThat(keys.getLayoutBounds().getHeight())
        .as("height of the keys, of which the lower section ends at %s", sections)
        .isLessThan(sections + 24);
  }

  @Test
  void everyFigureOfTheBenchIsExplained(FxRobot robot) throws Exception {
    robot.clickOn("#run");
    robot.interact(() -> parts.runs().latest().playToEnd());
    await(() -> robot.lookup("#speedup").tryQuery().isPresent());
    await(() -> robot.lookup("#speedup").query().isVisible());

    assertThat(figures(robot)).hasSize(12);
    assertThat(unexplained(robot)).isEmpty();
  }

  @Test
  void figuresOfTheBenchTellTheirIntervals(FxRobot robot) throws Exception {
    Set<String> before = saved();
    robot.clickOn("#run");
    robot.interact(() -> parts.runs().latest().playToEnd());
    await(() -> robot.lookup("#step").<Label>query().getText().contains("Saved as "));
    Set<String> after = saved();
    after.removeAll(before);
    assertThat(after).hasSize(1);
    FigureIntervals kept = intervals(after.iterator().next());
    FigureFormat figures = new FigureFormat(Locale.ENGLISH);

    assertThat(
            Stream.of("#baseline", "#speculative", "#acceptance", "#acceptanceLength")
                .map(id -> robot.lookup(id).<Label>query())
                .map(label -> label.getTooltip().getText()))
        .containsExactly(
            "95 % interval: " + figures.ends(kept.baseline().decodeTokensPerSecond()),
            "95 % interval: " + figures.ends(kept.speculative().decodeTokensPerSecond()),
            "95 % interval: " + figures.percentEnds(kept.acceptanceRate()),
            "95 % interval: " + figures.ends(kept.meanAcceptanceLength()));
    assertThat(robot.lookup("#acceptance").query().getAccessibleHelp())
        .isEqualTo("95 % interval: " + figures.percentEnds(kept.acceptanceRate()));
    robot.moveTo("#acceptance");
    await(
        () ->
            shownTooltips()
                .contains("95 % interval: " + figures.percentEnds(kept.acceptanceRate())));
  }

  @Test
  void figuresOfTooFewPromptsSayWhyTheyHaveNoInterval(FxRobot robot) throws Exception {
    assertThat(robot.lookup("#baseline").<Label>query().getTooltip()).as("no figure yet").isNull();
    robot.doubleClickOn("#limit .text-field").write("4").type(KeyCode.TAB).clickOn("#run");
    robot.interact(() -> parts.runs().latest().playToEnd());
    await(() -> robot.lookup("#step").<Label>query().getText().contains("Saved as "));

    assertThat(robot.lookup("#baseline").<Label>query().getTooltip().getText())
        .isEqualTo("No 95 % interval: fewer than 8 prompts.");
  }

  @Test
  void figuresOfARunsPageTellTheirIntervals(FxRobot robot) throws Exception {
    showRuns(robot);
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(1));
    await(() -> robot.lookup("#alpha").<Label>query().getTooltip() != null);

    FigureIntervals kept =
        intervals(((RunRow) table(robot).getSelectionModel().getSelectedItem()).run().id());
    FigureFormat figures = new FigureFormat(Locale.ENGLISH);

    assertThat(
            Stream.of("#alpha", "#baselineFirst", "#speculativeFirst")
                .map(id -> robot.lookup(id).<Label>query())
                .map(label -> label.getTooltip().getText()))
        .containsExactly(
            "95 % interval: " + figures.ends(kept.alpha()),
            "95 % interval: " + figures.ends(kept.baseline().timeToFirstTokenMs()),
            "95 % interval: " + figures.ends(kept.speculative().timeToFirstTokenMs()));
  }

  private FigureIntervals intervals(String id) {
    return parts.library().read(id).results().getFirst().intervals();
  }

  private Set<String> saved() {
    return parts.library().list().runs().stream().map(RunSummary::id).collect(Collectors.toSet());
  }

  @Test
  void everyFigureOfTheRunsIsExplained(FxRobot robot) throws Exception {
    showRuns(robot);
    assertThat(figures(robot)).hasSizeGreaterThanOrEqualTo(13);
    assertThat(unexplained(robot)).isEmpty();

    robot.clickOn("#partCharts");
    Set<Node> kinds =
        robot
            .lookup((Node node) -> node.getId() != null && node.getId().startsWith("chart-"))
            .queryAll();
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(9).allSatisfy(DefinitionsScreenTest::isExplained);
  }

  @Test
  void everyFigureOfAComparisonIsExplained(FxRobot robot) throws Exception {
    showRuns(robot);
    robot.interact(() -> table(robot).getSelectionModel().selectAll());
    robot.clickOn("#compareButton");
    await(() -> robot.lookup("#figureTable").tryQuery().isPresent());

    assertThat(figures(robot)).hasSizeGreaterThanOrEqualTo(8);
    assertThat(unexplained(robot)).isEmpty();
  }

  @Test
  void everyFigureOfTheHardwarePageIsExplained(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
    await(() -> robot.lookup("#measure").tryQuery().isPresent());
    robot.clickOn("#measure");
    await(() -> parts.probes().submitted() == 1);
    parts.probes().latest().end(new ProbeOutcome.Measured(Probes.halfABillion()));
    await(() -> robot.lookup("#passTable").query().isVisible());

    assertThat(figures(robot)).hasSizeGreaterThanOrEqualTo(13);
    assertThat(unexplained(robot)).isEmpty();
  }

  @Test
  void theReadingOfATokenIsExplained(FxRobot robot) throws Exception {
    showRuns(robot);
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(1));
    robot.clickOn("#partTimeline");
    await(() -> robot.lookup("#strip").<TimelineStrip>query().rounds() > 0);
    robot.interact(
        () -> robot.lookup("#strip").<TimelineStrip>query().pointAt(new TimelineSpot(1, 2)));

    assertThat(
            robot.lookup("#reading").query().lookupAll(".label").stream()
                .flatMap(label -> Explanations.of(label).stream())
                .toList())
        .contains(
            Definition.ROUND,
            Definition.DRAFT_TIME,
            Definition.VERIFY_TIME,
            Definition.HOST_TIME,
            Definition.RESIDUAL_TIME);
  }

  @Test
  void theMouseShowsADefinition(FxRobot robot) throws Exception {
    showRuns(robot);
    robot.moveTo(
        robot
            .lookup(
                (Node node) ->
                    node instanceof Label label
                        && label.getText().equals("Acceptance")
                        && label.getStyleClass().contains("explained-head"))
            .<Node>query());
    await(
        () ->
            shownTooltips()
                .contains(
                    sentence(Definition.ACCEPTANCE_RATE) + "\n\n" + sentence(Definition.INTERVAL)));
  }

  @Test
  void theKeyboardShowsWhatTheFiguresAroundTheFocusMean(FxRobot robot) throws Exception {
    showRuns(robot);
    robot.interact(() -> robot.lookup("#results").query().requestFocus());
    robot.press(KeyCode.SHIFT).push(KeyCode.F1).release(KeyCode.SHIFT);

    await(() -> !shownTooltips().isEmpty());
    assertThat(shownTooltips().getFirst())
        .contains(
            sentence(Definition.SPEEDUP),
            sentence(Definition.ACCEPTANCE_LENGTH),
            sentence(Definition.PEAK_MEMORY));
    robot.push(KeyCode.ESCAPE);
    await(() -> shownTooltips().isEmpty());
  }

  @Test
  void theHelpPageHasEveryDefinition(FxRobot robot) throws Exception {
    robot.push(KeyCode.F1);
    await(() -> robot.lookup("#terms").tryQuery().isPresent());

    List<String> texts =
        robot.lookup("#terms").query().lookupAll(".label").stream()
            .map(node -> ((Label) node).getText())
            .toList();
    assertThat(texts)
        .containsAll(
            Stream.of(Definition.values()).map(figure -> figure.meaning(Locale.ENGLISH)).toList());
  }

  private static String sentence(Definition figure) {
    return figure.title(Locale.ENGLISH) + ": " + figure.meaning(Locale.ENGLISH);
  }

  private static List<String> shownTooltips() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(Tooltip.class::isInstance)
        .map(shown -> ((Tooltip) shown).getText())
        .toList();
  }

  /** Heads and captions of the page that is shown. */
  private List<Node> figures(FxRobot robot) {
    Pulses.await(2);
    List<Node> found = new ArrayList<>();
    robot.interact(() -> collect(window.getScene().getRoot(), found));
    return found;
  }

  private List<String> unexplained(FxRobot robot) {
    return figures(robot).stream()
        .map(Label.class::cast)
        .filter(label -> !explains(label))
        .map(Label::getText)
        .toList();
  }

  private static boolean explains(Label label) {
    List<Definition> figures = Explanations.of(label);
    return !figures.isEmpty()
        && label.getTooltip().getText().contains(sentence(figures.getFirst()))
        && label.getAccessibleHelp().equals(label.getTooltip().getText());
  }

  private static void isExplained(Node node) {
    assertThat(Explanations.of(node)).as(node.getId()).isNotEmpty();
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || "setUpTable".equals(node.getId())) {
      return;
    }
    if (node instanceof Label label && isHead(label) && !WORDS.contains(label.getText())) {
      found.add(label);
    }
    if (node instanceof TableView<?> table) {
      table.getVisibleLeafColumns().stream()
          .map(DefinitionsScreenTest::head)
          .filter(label -> !WORDS.contains(label.getText()))
          .forEach(found::add);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** Captions of the verdict, titles of charts, heads of tables that are no controls. */
  private static boolean isHead(Label label) {
    List<String> styles = label.getStyleClass();
    return styles.contains("chart-title")
        || styles.contains("table-head")
        || styles.contains("speedup")
        || (styles.contains("caption") && isInFigures(label));
  }

  private static boolean isInFigures(Label label) {
    Parent figures = label.getParent().getParent();
    return figures != null && figures.getStyleClass().contains("figures");
  }

  private static Label head(TableColumn<?, ?> column) {
    return column.getGraphic() instanceof Label label ? label : new Label(column.getText());
  }

  private void showRuns(FxRobot robot) throws TimeoutException {
    robot.clickOn("#showRuns");
    await(() -> robot.lookup("#table").tryQuery().isPresent());
    await(() -> table(robot).getItems().size() == 2);
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
    await(() -> robot.lookup("#results").query().getScene() != null);
    await(() -> !robot.lookup("#results").<TableView<?>>query().getItems().isEmpty());
  }

  private static TableView<?> table(FxRobot robot) {
    return robot.lookup("#table").query();
  }
}
