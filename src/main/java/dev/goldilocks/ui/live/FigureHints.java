package dev.goldilocks.ui.live;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.IntervalHint;
import dev.goldilocks.ui.text.MeasuredFigures;
import dev.goldilocks.ui.text.MeasuredText;
import dev.goldilocks.ui.text.Texts;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * The intervals of figures that stand alone, in their tooltips and for screen readers: those of the
 * K that a verdict shows, as they change with it.
 */
public final class FigureHints {

  private final ReadOnlyObjectProperty<Optional<RunResult>> shown;
  private final MeasuredFigures measured;
  private final IntervalHint hint;

  /**
   * @param shown the figures that the labels show
   */
  public FigureHints(
      ReadOnlyObjectProperty<Optional<RunResult>> shown, Texts texts, FigureFormat figures) {
    this.shown = shown;
    this.measured = new MeasuredFigures(figures);
    this.hint = new IntervalHint(texts);
  }

  /**
   * Has a label say the interval of its figure, or why there is none; nothing while it has no
   * figure.
   *
   * @param which of the figures it is
   */
  public void hint(Label figure, BiFunction<MeasuredFigures, RunResult, MeasuredText> which) {
    Tooltip tooltip = new Tooltip();
    shown.subscribe(
        result -> {
          String words = result.map(each -> hint.of(which.apply(measured, each), each)).orElse("");
          tooltip.setText(words);
          figure.setTooltip(words.isEmpty() ? null : tooltip);
          figure.setAccessibleHelp(words);
        });
  }
}
