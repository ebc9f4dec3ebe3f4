package dev.goldilocks.ui.bench;

import dev.goldilocks.ui.background.Metronome;
import dev.goldilocks.ui.live.LiveState;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.setup.SetupController;
import dev.goldilocks.ui.text.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
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

/**
 * Binds the bench. While a run goes on it looks at the run a few times a second, and while it is on
 * the page every few seconds at what other programs do. Charts that are on no page draw nothing.
 */
public final class BenchController {

  private static final Duration BETWEEN_LOOKS_AROUND = Duration.ofSeconds(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

  private final BenchViewModel bench;
  private final SetupController setup;
  private final Consumer<String> showRun;
  private final Texts texts;
  private final Metronome looks;
  private final CrowdViewModel crowd;
  private final Metronome crowdLooks;

  @FXML private HBox page;
  @FXML private Label workload;
  @FXML private Label blocker;
  @FXML private Label problem;
  @FXML private Label crowdHint;
  @FXML private Button run;
  @FXML private Label runText;
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
  public BenchController(
      BenchViewModel bench,
      CrowdViewModel crowd,
      SetupController setup,
      Consumer<String> showRun,
      Texts texts) {
    this.bench = bench;
    this.setup = setup;
    this.crowd = crowd;
    crowdLooks = new Metronome(BETWEEN_LOOKS_AROUND, crowd::look, Platform::runLater);
    this.showRun = showRun;
    this.texts = texts;
    looks = new Metronome(BETWEEN_LOOKS, bench::refresh, Platform::runLater);
  }

  @FXML
  private void initialize() {
    workload.textProperty().bind(bench.setup().workloadProperty());
    blocker.textProperty().bind(bench.setup().blockerProperty());
    problem.textProperty().bind(bench.problemProperty());
    Presence.bindToText(workload);
    Presence.bindToText(blocker);
    Presence.bindToText(problem);
    crowdHint.textProperty().bind(crowd.hintProperty());
    Presence.bindToText(crowdHint);
    run.disableProperty().bind(bench.runnableProperty().not());
    runKeys.setText(RUN.getDisplayText());
    runText
        .textProperty()
        .bind(
            Bindings.when(bench.runningProperty())
                .then(texts.of("bench.queue"))
                .otherwise(texts.of("bench.run")));
    run.accessibleTextProperty().bind(runText.textProperty());
    bindProgress();
    page.sceneProperty().subscribe(this::moved);
    bench.runningProperty().subscribe(this::look);
  }

  @FXML
  private void run() {
    boolean startsNow = !bench.runningProperty().get();
    setup.commit();
    bench.run();
    if (startsNow && bench.runningProperty().get()) {
      cancel.requestFocus();
    }
  }

  @FXML
  private void cancel() {
    leaveCancel();
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
      crowdLooks.start();
    } else {
      crowdLooks.stop();
    }
  }

  /** A button that goes takes the keyboard with it to wherever comes next. */
  private void leaveCancel() {
    if (cancel.isFocused()) {
      run.requestFocus();
    }
  }

  private void look(boolean running) {
    if (running) {
      looks.start();
    } else {
      looks.stop();
      leaveCancel();
    }
  }
}
