package dev.goldilocks.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.chart.LiveLines;
import dev.goldilocks.chart.LiveSeries;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.ScriptedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Drives a run of 10,000 rounds through the live page and counts what each look at it touches. A
 * count depends on no clock; {@code LatePulses} prints what it comes to in milliseconds.
 */
@ExtendWith({ApplicationExtension.class, FxFaults.class})
class LongRunTest {

  private static final int LOOKS = 150;
  private static final int MOST_POINTS = 3_000;
  private static final int MOST_LINES_OF_TEXT = 40;
  private static final int MOST_NODES = 1_500;

  @TempDir private Path directory;
  private FakeParts parts;
  private Workbench workbench;
  private Stage stage;

  @Start
  void open(Stage primary) {
    stage = primary;
    parts = new FakeParts(directory);
    workbench = new Workbench(parts.with(Runnable::run, Runnable::run));
    stage.setScene(workbench.scene(1000, 900));
    stage.show();
    workbench.start();
  }

  @Test
  void noLookAtALongRunTouchesMoreThanALookAtAShortOne(FxRobot robot) {
    List<Integer> points = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    List<Integer> changedLines = new ArrayList<>();
    List<Integer> changedCharts = new ArrayList<>();
    robot.interact(
        () -> {
          workbench.bench().run(LongRuns.tenThousandRounds());
          ScriptedRun run = parts.runs().latest();
          assertThat(run.rounds()).isGreaterThanOrEqualTo(10_000);
          int[] lines = {0};
          int[] charts = {0};
          Pane text = (Pane) root().lookup("#text");
          text.getChildren()
              .addListener(
                  (ListChangeListener<Node>)
                      change -> {
                        while (change.next()) {
                          lines[0] += change.getAddedSize();
                        }
                      });
          workbench.bench().live().ratesProperty().addListener(_ -> charts[0]++);
          for (int look = 1; look <= LOOKS; look++) {
            run.playShare((double) look / LOOKS);
            lines[0] = 0;
            charts[0] = 0;
            workbench.refresh();
            root().applyCss();
            root().layout();
            points.add(points());
            nodes.add(count(root()));
            changedLines.add(lines[0]);
            changedCharts.add(charts[0]);
          }
        });

    assertThat(points).allMatch(count -> count <= MOST_POINTS).anyMatch(count -> count > 500);
    assertThat(nodes).allMatch(count -> count <= MOST_NODES);
    assertThat(changedLines).allMatch(count -> count <= MOST_LINES_OF_TEXT);
    assertThat(changedCharts).allMatch(count -> count <= 1).contains(1);
  }

  private int points() {
    return Stream.of("#rates", "#acceptanceOverTime", "#memory")
        .map(chart -> (LiveLines) root().lookup(chart))
        .flatMap(chart -> chart.getSeries().stream())
        .map(LiveSeries::points)
        .mapToInt(List::size)
        .sum();
  }

  private Parent root() {
    return stage.getScene().getRoot();
  }

  private static int count(Node node) {
    return node instanceof Parent parent
        ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(LongRunTest::count).sum()
        : 1;
  }
}
