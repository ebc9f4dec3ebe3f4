package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.runs.FigureText;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.shape.StrokeType;

/**
 * The way from Theorem 3.8 to what was measured, one step below the other: speedups as bars, what
 * changes them as arrows, each with its name and its figures. What nothing explains is a hollow,
 * dashed arrow.
 */
final class WaterfallPlot implements RowPlot<WaterfallPlot.Way> {

  /**
   * The steps of a run at one K.
   *
   * @param steps in order
   * @param measured the measured speedup with its interval
   * @param ends the interval in words, or why there is none
   */
  record Way(List<WaterfallStep> steps, Interval measured, String ends, Provenance provenance) {

    Way {
      steps = List.copyOf(steps);
    }

    double highest() {
      double end = Double.isFinite(measured.high()) ? measured.high() : 0;
      return Math.max(
          end,
          steps.stream().mapToDouble(step -> Math.max(step.from(), step.to())).max().orElseThrow());
    }
  }

  private static final double BAR_HEIGHT = 14;
  private static final double STEP_HEIGHT = 22;
  private static final double FIGURE_GAP = 6;
  private static final double TICK_DISTANCE = 48;
  private static final double CAP = 4;
  private static final double HEAD = 5;

  private final double highest;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartTexts texts;
  private final BarMark mark;

  /**
   * @param highest speedup of all that is drawn, since they share an axis
   */
  WaterfallPlot(double highest, ChartPalette palette, FigureText figures, ChartTexts texts) {
    this.highest = highest;
    this.palette = palette;
    this.figures = figures;
    this.texts = texts;
    this.mark = new BarMark(palette);
  }

  /** What a step is called. */
  private String name(WaterfallStep.Kind kind) {
    return texts.of("waterfall." + kind.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public List<ChartFrame.LegendEntry> legend() {
    return List.of(
        new ChartFrame.LegendEntry(
            (sheet, x, y) -> swatch(sheet, BarMark.Kind.BASELINE, x, y),
            texts.of("waterfall.legend.predicted")),
        new ChartFrame.LegendEntry(
            (sheet, x, y) -> swatch(sheet, BarMark.Kind.SPECULATIVE, x, y),
            texts.of("waterfall.legend.measured")),
        new ChartFrame.LegendEntry(
            (sheet, x, y) -> change(sheet, WaterfallStep.Kind.OVERHEAD, x, 24, y),
            texts.of("waterfall.legend.cause")),
        new ChartFrame.LegendEntry(
            (sheet, x, y) -> change(sheet, WaterfallStep.Kind.UNEXPLAINED, x, 24, y),
            texts.of("waterfall.legend.unexplained")));
  }

  private void swatch(Sheet sheet, BarMark.Kind kind, double x, double y) {
    mark.draw(
        sheet, kind, Provenance.MEASURED, x, y, ChartFrame.SYMBOL_WIDTH, ChartFrame.SYMBOL_HEIGHT);
  }

  private void change(Sheet sheet, WaterfallStep.Kind kind, double x, double width, double y) {
    arrow(sheet, kind, x + width, x, y, ChartFrame.SYMBOL_HEIGHT);
  }

  @Override
  public void head(Sheet sheet, PlotArea area, double top) {
    sheet.text(texts.of("head.step"), TextStyle.SMALL_STRONG, palette.muted(), area.left(), top);
    sheet.text(texts.of("speedup.unit"), TextStyle.SMALL_STRONG, palette.muted(), left(area), top);
  }

  @Override
  public double draw(Sheet sheet, PlotArea area, Way way, double top) {
    double y = top;
    double textTop = (BAR_HEIGHT - Sheet.height(TextStyle.BODY)) / 2;
    for (WaterfallStep step : way.steps()) {
      TextStyle style = style(step.kind());
      sheet.text(name(step.kind()), style, palette.text(), area.left(), y + textTop);
      if (step.kind() != WaterfallStep.Kind.MEASURED) {
        double x = Math.rint(x(area, step.to())) - 0.5;
        sheet.line(palette.axis(), 1, x, y + BAR_HEIGHT, x, y + STEP_HEIGHT);
      }
      double end = step(sheet, area, step, way, y);
      String text = text(step);
      double width = Sheet.width(text, style);
      // Keeps grid lines out of the figure.
      sheet.rectangle(palette.background(), null, end + FIGURE_GAP - 2, y, width + 4, BAR_HEIGHT);
      sheet.text(text, style, palette.text(), end + FIGURE_GAP, y + textTop);
      y += STEP_HEIGHT;
    }
    return y - STEP_HEIGHT + BAR_HEIGHT;
  }

  private static TextStyle style(WaterfallStep.Kind kind) {
    return switch (kind) {
      case THEOREM, PREDICTED, MEASURED, UNEXPLAINED -> TextStyle.STRONG;
      case VERIFICATION, OVERHEAD, UNEVEN_ACCEPTANCE, REST -> TextStyle.BODY;
    };
  }

  /** Draws a step; its figures follow at the place that comes back. */
  private double step(Sheet sheet, PlotArea area, WaterfallStep step, Way way, double top) {
    double from = x(area, step.from());
    double to = x(area, step.to());
    switch (step.kind()) {
      case THEOREM, PREDICTED ->
          mark.draw(
              sheet,
              BarMark.Kind.BASELINE,
              Provenance.MEASURED,
              left(area),
              top,
              to - left(area),
              BAR_HEIGHT);
      case MEASURED -> {
        mark.draw(
            sheet,
            BarMark.Kind.SPECULATIVE,
            way.provenance(),
            left(area),
            top,
            to - left(area),
            BAR_HEIGHT);
        return Math.max(to, whisker(sheet, area, way.measured(), top));
      }
      case VERIFICATION, OVERHEAD, UNEVEN_ACCEPTANCE, REST, UNEXPLAINED ->
          arrow(sheet, step.kind(), from, to, top, BAR_HEIGHT);
    }
    return Math.max(step.kind().isSpeedup() ? to : from, to);
  }

  /** Draws an interval over its bar; its right end comes back, NaN when there is none. */
  private double whisker(Sheet sheet, PlotArea area, Interval interval, double top) {
    if (!Double.isFinite(interval.low()) || !Double.isFinite(interval.high())) {
      return 0;
    }
    double low = x(area, interval.low());
    double high = x(area, interval.high());
    double middle = top + BAR_HEIGHT / 2;
    // Light where it lies over the bar, dark beyond it.
    double end = x(area, interval.value());
    sheet.line(palette.background(), 1.5, low, middle, end, middle);
    sheet.line(palette.background(), 1.5, low, middle - CAP, low, middle + CAP);
    sheet.line(palette.speculative(), 1.5, end, middle, high, middle);
    sheet.line(palette.speculative(), 1.5, high, middle - CAP, high, middle + CAP);
    return high;
  }

  /** An arrow whose whole length is the change, however short. */
  private void arrow(
      Sheet sheet, WaterfallStep.Kind kind, double from, double to, double top, double height) {
    double head = Math.clamp(Math.abs(to - from), 0, HEAD) * Math.signum(to - from);
    double bottom = top + height;
    Color ink = ink(kind);
    Polygon arrow =
        sheet.polygon(
            kind == WaterfallStep.Kind.UNEXPLAINED ? palette.background() : ink,
            ink,
            from,
            top,
            to - head,
            top,
            to,
            top + height / 2,
            to - head,
            bottom,
            from,
            bottom);
    arrow.setStrokeLineJoin(StrokeLineJoin.ROUND);
    if (kind == WaterfallStep.Kind.UNEXPLAINED) {
      arrow.setStrokeType(StrokeType.CENTERED);
      arrow.setStrokeWidth(1.5);
      arrow.getStrokeDashArray().setAll(3.0, 2.0);
    }
  }

  private Color ink(WaterfallStep.Kind kind) {
    return switch (kind) {
      case THEOREM, PREDICTED -> palette.baseline();
      case MEASURED -> palette.speculative();
      case VERIFICATION, OVERHEAD, UNEVEN_ACCEPTANCE -> palette.series().get(1);
      case REST -> palette.axis();
      case UNEXPLAINED -> palette.text();
    };
  }

  private String text(WaterfallStep step) {
    return step.kind().isSpeedup()
        ? figures.factor(step.to())
        : difference(step) + " (×" + figures.number(step.factor()) + ")";
  }

  private String difference(WaterfallStep step) {
    String size = figures.decimal(Math.abs(step.difference()), 2);
    if (size.equals(figures.decimal(0, 2))) {
      return size;
    }
    return (step.difference() < 0 ? "−" : "+") + size;
  }

  @Override
  public double middle() {
    return BAR_HEIGHT / 2;
  }

  @Override
  public void grid(Sheet sheet, PlotArea area, double top, double bottom) {
    for (double tick : scale(area).ticks()) {
      double x = Math.rint(x(area, tick)) + 0.5;
      boolean isStrong = tick == 0 || isNoGain(tick);
      sheet.line(isStrong ? palette.axis() : palette.grid(), 1, x, top, x, bottom);
    }
  }

  @Override
  public void ticks(Sheet sheet, PlotArea area, double top) {
    LinearScale scale = scale(area);
    for (double tick : scale.ticks()) {
      sheet.textAround(
          figures.decimal(tick, scale.fractionDigits()) + "×",
          TextStyle.SMALL,
          isNoGain(tick) ? palette.text() : palette.muted(),
          x(area, tick),
          top);
    }
  }

  @Override
  public List<String> words(Way way) {
    return way.steps().stream()
        .map(
            step ->
                name(step.kind())
                    + ": "
                    + text(step)
                    + (step.kind() == WaterfallStep.Kind.MEASURED ? ", " + way.ends() : ""))
        .toList();
  }

  /** Names stand left of the bars. */
  private static double left(PlotArea area) {
    return area.left()
        + switch (area.shape()) {
          case WIDE -> 168;
          case NARROW -> 152;
        };
  }

  /** The longest bar leaves room for the figures of a step. */
  private double longest(PlotArea area) {
    double figure = Sheet.width("−" + figures.decimal(10, 2) + " (×0.000)", TextStyle.STRONG);
    return area.right() - left(area) - FIGURE_GAP - Math.ceil(figure);
  }

  private LinearScale scale(PlotArea area) {
    int mostTicks = (int) Math.clamp(longest(area) / TICK_DISTANCE, 1, 6);
    return LinearScale.fromZero(highest, mostTicks);
  }

  private double x(PlotArea area, double speedup) {
    return left(area) + scale(area).position(speedup) * longest(area);
  }

  private static boolean isNoGain(double speedup) {
    return Math.abs(speedup - 1) < 1e-9;
  }
}
