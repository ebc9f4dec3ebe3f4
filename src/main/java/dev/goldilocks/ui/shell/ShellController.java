package dev.goldilocks.ui.shell;

import dev.goldilocks.ui.bench.BenchViewModel;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.settings.ThemeChoice;
import dev.goldilocks.ui.text.Texts;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Binds the window's frame. */
public final class ShellController {

  private final ShellViewModel shell;
  private final BenchViewModel benchModel;
  private final SavedRunsViewModel savedRuns;
  private final Texts texts;

  @FXML private ToggleGroup pages;
  @FXML private ToggleGroup themes;
  @FXML private Node bench;
  @FXML private Node runs;
  @FXML private Node compare;
  @FXML private ToggleButton showBench;
  @FXML private ToggleButton showRuns;
  @FXML private ToggleButton showCompare;
  @FXML private Label title;
  @FXML private Label activity;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private ToggleButton system;
  @FXML private StackPane page;

  public ShellController(
      ShellViewModel shell,
      BenchViewModel benchModel,
      SavedRunsViewModel savedRuns,
      Texts texts) {
    this.shell = shell;
    this.benchModel = benchModel;
    this.savedRuns = savedRuns;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    bindChoice(
        pages,
        shell.pageProperty(),
        Map.of(showBench, Page.BENCH, showRuns, Page.RUNS, showCompare, Page.COMPARE));
    bindChoice(
        themes,
        shell.themeProperty(),
        Map.of(light, ThemeChoice.LIGHT, dark, ThemeChoice.DARK, system, ThemeChoice.SYSTEM));
    explain(light, "theme.light");
    explain(dark, "theme.dark");
    explain(system, "theme.system");
    shell.pageProperty().subscribe(this::show);
    activity
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("shell.activity", benchModel.live().timeLeftProperty().get()),
                benchModel.live().timeLeftProperty()));
    Presence.bind(
        activity,
        benchModel.runningProperty().and(shell.pageProperty().isNotEqualTo(Page.BENCH)));
  }

  private void show(Page shown) {
    title.setText(
        texts.of(
            switch (shown) {
              case BENCH -> "page.bench";
              case RUNS -> "page.runs";
              case COMPARE -> "page.compare";
            }));
    page.getChildren()
        .setAll(
            switch (shown) {
              case BENCH -> bench;
              case RUNS -> runs;
              case COMPARE -> compare;
            });
    if (shown == Page.RUNS) {
      savedRuns.refresh();
    }
  }

  /** Keeps a group of buttons, one of which is always down, and a choice the same. */
  private static <T> void bindChoice(
      ToggleGroup group, ObjectProperty<T> choice, Map<ToggleButton, T> values) {
    choice.subscribe(
        chosen ->
            values.forEach(
                (button, value) -> {
                  if (value == chosen) {
                    group.selectToggle(button);
                  }
                }));
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now instanceof ToggleButton button) {
                choice.set(values.get(button));
              } else {
                group.selectToggle(before);
              }
            });
  }

  private void explain(ToggleButton button, String key) {
    button.setTooltip(new Tooltip(texts.of(key)));
    button.setAccessibleText(texts.of("theme.switch") + ": " + texts.of(key));
  }
}
