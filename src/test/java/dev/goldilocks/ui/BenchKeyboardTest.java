package dev.goldilocks.ui;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.ui.fake.FakeParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The bench without a mouse, and as a screen reader has it. */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class BenchKeyboardTest {

  private static final List<String> ORDER =
      List.of(
          "target",
          "openTarget",
          "draft",
          "openDraft",
          "device-cpu",
          "device-cuda",
          "device-mps",
          "threads",
          "targetPrecision",
          "draftPrecision",
          "fewestDraftTokens",
          "mostDraftTokens",
          "predictedDraftTokens",
          "heuristicDraftTokens",
          "confidentDraftTokens",
          "prompts",
          "previewPrompts",
          "openPrompts",
          "limit",
          "maxNewTokens",
          "repeats",
          "samplingToggle",
          "temperature",
          "seed",
          "topK",
          "topP",
          "stopAtEnd",
          "run",
          "setups",
          "command",
          "rates",
          "positions",
          "acceptanceOverTime",
          "memory",
          "speedups",
          "ledger");

  @TempDir private Path directory;
  private FakeParts parts;
  private Workbench workbench;
  private Stage stage;

  @Start
  void open(Stage primary) {
    stage = primary;
    parts = new FakeParts(directory);
    workbench = new Workbench(parts.with(Runnable::run, Runnable::run));
    stage.setScene(workbench.scene(1000, 1000));
    stage.show();
    workbench.start();
    workbench.setup().sampling().temperature().textProperty().set("1");
  }

  @Test
  void tabGoesThroughSetUpAndChartsFromTopToBottom(FxRobot robot) throws Exception {
    robot.clickOn("#samplingToggle");
    robot.interact(
        () -> {
          workbench.bench().run();
          parts.runs().latest().playShare(0.5);
          workbench.refresh();
          robot.lookup("#target").query().requestFocus();
        });
    List<String> visited = new ArrayList<>();
    for (int tab = 0; tab < ORDER.size(); tab++) {
      visited.add(focused());
      robot.type(KeyCode.TAB);
    }
    assertThat(visited).isEqualTo(ORDER);
  }

  /** A spinner hands its keys to its field, from where they come a second time. */
  @Test
  void theKeysThatRunStartOneRunAlsoFromANumberField(FxRobot robot) {
    robot.doubleClickOn("#maxNewTokens .text-field").write("32");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    assertThat(workbench.bench().queue().items()).hasSize(1);
    assertThat(parts.runs().latest().spec().maxNewTokens()).isEqualTo(32);
  }

  @Test
  void whateverTakesTheKeyboardHasANameForScreenReaders(FxRobot robot) throws Exception {
    robot.clickOn("#samplingToggle");
    robot.interact(
        () -> {
          workbench.bench().run();
          workbench.bench().run();
          workbench.refresh();
        });
    robot.clickOn("#unfoldQueue");
    WaitForAsyncUtils.waitFor(
        20, SECONDS, () -> robot.lookup(".queue-remove").tryQuery().isPresent());
    assertThat(
            nodes(stage.getScene().getRoot())
                .filter(Node::isFocusTraversable)
                .filter(BenchKeyboardTest::isShown)
                .filter(node -> name(node).isBlank()))
        .isEmpty();
  }

  private String focused() {
    Node owner = stage.getScene().getFocusOwner();
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node.getId() != null) {
        return node.getId();
      }
    }
    return String.valueOf(owner);
  }

  private static String name(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(BenchKeyboardTest::nodes))
        : Stream.of(node);
  }
}
