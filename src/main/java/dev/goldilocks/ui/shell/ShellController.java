package dev.goldilocks.ui.shell;

import dev.goldilocks.ui.bench.BenchViewModel;
import dev.goldilocks.ui.bench.ClosingViewModel;
import dev.goldilocks.ui.bench.UnstartedRunsViewModel;
import dev.goldilocks.ui.nodes.Choice;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.runs.RecoveryViewModel;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.settings.ThemeChoice;
import dev.goldilocks.ui.text.Texts;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the window's frame. */
public final class ShellController {

  private final ShellViewModel shell;
  private final BenchViewModel benchModel;
  private final SavedRunsViewModel savedRuns;
  private final RecoveryViewModel recoveryModel;
  private final UnstartedRunsViewModel unstarted;
  private final ClosingViewModel closing;
  private final Consumer<String> showRun;
  private final Texts texts;
  private final ZoneId zone;

  @FXML private ToggleGroup pages;
  @FXML private ToggleGroup themes;
  @FXML private Node bench;
  @FXML private Node runs;
  @FXML private Node compare;
  @FXML private Node hardware;
  @FXML private Node help;
  @FXML private BorderPane root;
  @FXML private ToggleButton showBench;
  @FXML private ToggleButton showRuns;
  @FXML private ToggleButton showCompare;
  @FXML private ToggleButton showHardware;
  @FXML private ToggleButton showHelp;
  @FXML private Label title;
  @FXML private Label activity;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private ToggleButton system;
  @FXML private VBox notices;
  @FXML private StackPane page;

  /**
   * @param showRun shows a saved run by its id
   * @param zone in which times are shown
   */
  public ShellController(
      ShellViewModel shell,
      BenchViewModel benchModel,
      SavedRunsViewModel savedRuns,
      RecoveryViewModel recoveryModel,
      UnstartedRunsViewModel unstarted,
      ClosingViewModel closing,
      Consumer<String> showRun,
      Texts texts,
      ZoneId zone) {
    this.shell = shell;
    this.benchModel = benchModel;
    this.savedRuns = savedRuns;
    this.recoveryModel = recoveryModel;
    this.unstarted = unstarted;
    this.closing = closing;
    this.showRun = showRun;
    this.texts = texts;
    this.zone = zone;
  }

  @FXML
  private void initialize() {
    Choice.bind(
        pages,
        shell.pageProperty(),
        Map.of(
            showBench,
            Page.BENCH,
            showRuns,
            Page.RUNS,
            showCompare,
            Page.COMPARE,
            showHardware,
            Page.HARDWARE,
            showHelp,
            Page.HELP));
    Choice.bind(
        themes,
        shell.themeProperty(),
        Map.of(light, ThemeChoice.LIGHT, dark, ThemeChoice.DARK, system, ThemeChoice.SYSTEM));
    explain(light, "theme.light");
    explain(dark, "theme.dark");
    explain(system, "theme.system");
    new Notices(
        shell,
        recoveryModel,
        unstarted,
        benchModel.unsaved(),
        closing,
        showRun,
        texts,
        zone,
        notices);
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                bindKeys(scene);
              }
            });
    shell.pageProperty().subscribe(this::show);
    activity
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("shell.activity", benchModel.live().timeLeftProperty().get()),
                benchModel.live().timeLeftProperty()));
    Presence.bind(
        activity, benchModel.runningProperty().and(shell.pageProperty().isNotEqualTo(Page.BENCH)));
  }

  private void bindKeys(Scene scene) {
    Map.of(
            "Shortcut+1",
            Page.BENCH,
            "Shortcut+2",
            Page.RUNS,
            "Shortcut+3",
            Page.COMPARE,
            "Shortcut+4",
            Page.HARDWARE)
        .forEach((key, shown) -> bindKey(scene, key, shown));
    bindKey(scene, "F1", Page.HELP);
    Explanations explanations = new Explanations(texts.locale());
    scene
        .getAccelerators()
        .put(KeyCombination.valueOf("Shift+F1"), () -> explanations.showAround(scene));
  }

  private void bindKey(Scene scene, String key, Page shown) {
    scene.getAccelerators().put(KeyCombination.valueOf(key), () -> shell.pageProperty().set(shown));
  }

  private void show(Page shown) {
    title.setText(
        texts.of(
            switch (shown) {
              case BENCH -> "page.bench";
              case RUNS -> "page.runs";
              case COMPARE -> "page.compare";
              case HARDWARE -> "page.hardware";
              case HELP -> "page.help";
            }));
    page.getChildren()
        .setAll(
            switch (shown) {
              case BENCH -> bench;
              case RUNS -> runs;
              case COMPARE -> compare;
              case HARDWARE -> hardware;
              case HELP -> help;
            });
    if (shown == Page.RUNS || shown == Page.HARDWARE) {
      savedRuns.refresh();
    }
  }

  private void explain(ToggleButton button, String key) {
    button.setTooltip(new Tooltip(texts.of(key)));
    button.setAccessibleText(texts.of("theme.switch") + ": " + texts.of(key));
  }
}
