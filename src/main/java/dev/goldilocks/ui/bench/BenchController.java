package dev.goldilocks.ui.bench;

import dev.goldilocks.ui.live.LiveState;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.setup.SetupController;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Binds the bench. While a run goes on it looks at the run a few times a second; otherwise nothing
 * ticks. Charts that are on no page draw nothing.
 */
public final class BenchController {

  private static final Duration BETWEEN_LOOKS = Duration.millis(250);
  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

  private final BenchViewModel bench;
  private final SetupController setup;
  private final Consumer<String> showRun;
  private final Timeline looks;

  @FXML private HBox page;
  @FXML private Label workload;
  @FXML private Label blocker;
  @FXML private Label problem;
  @FXML private Button run;
  @FXML private Label runKeys;
  @FXML private HBox progressRow;
  @FXML private Label step;
  @FXML private Hyperlink showKept;
  @FXML private Region gap;
  @FXML private ProgressBar progress;
  @FXML private Label timeLeft;
  @FXML private Button cancel;

  /**
   * @param showRun shows a saved run by its id
   */
  public BenchController(BenchViewModel bench, SetupController setup, Consumer<String> showRun) {
    this.bench = bench;
    this.setup = setup;
    this.showRun = showRun;
    looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> bench.refresh()));
    looks.setCycleCount(Animation.INDEFINITE);
  }

  @FXML
  private void initialize() {
    workload.textProperty().bind(bench.setup().workloadProperty());
    blocker.textProperty().bind(bench.setup().blockerProperty());
    problem.textProperty().bind(bench.problemProperty());
    Presence.bindToText(workload);
    Presence.bindToText(blocker);
    Presence.bindToText(problem);
    run.disableProperty().bind(bench.runnableProperty().not());
    runKeys.setText(RUN.getDisplayText());
    bindProgress();
    page.sceneProperty().subscribe(this::moved);
    bench.runningProperty().subscribe(this::look);
  }

  @FXML
  private void run() {
    setup.commit();
    bench.run();
  }

  @FXML
  private void cancel() {
    bench.cancel();
  }

  @FXML
  private void showKept() {
    bench.keptRunProperty().get().ifPresent(showRun);
  }

  private void bindProgress() {
    Presence.bind(progressRow, bench.live().stateProperty().isNotEqualTo(LiveState.EMPTY));
    step.textProperty()
        .bind(
            Bindings.when(bench.keptProperty().isEmpty())
                .then(bench.live().stepProperty())
                .otherwise(
                    Bindings.concat(bench.live().stepProperty(), " ", bench.keptProperty())));
    progress.progressProperty().bind(bench.live().progressProperty());
    timeLeft.textProperty().bind(bench.live().timeLeftProperty());
    Presence.bind(progress, bench.runningProperty());
    Presence.bind(gap, bench.runningProperty().not());
    Presence.bind(cancel, bench.runningProperty());
    cancel.disableProperty().bind(bench.cancellingProperty());
    Presence.bind(
        showKept,
        Bindings.createBooleanBinding(
            () -> bench.keptRunProperty().get().isPresent(), bench.keptRunProperty()));
  }

  private void moved(Scene before, Scene now) {
    if (before != null) {
      before.getAccelerators().remove(RUN);
      before.getAccelerators().remove(CANCEL);
    }
    if (now != null) {
      now.getAccelerators().putAll(Map.of(RUN, this::run, CANCEL, this::cancel));
      bench.refresh();
    }
  }

  private void look(boolean running) {
    if (running) {
      looks.play();
    } else {
      looks.stop();
    }
  }
}
