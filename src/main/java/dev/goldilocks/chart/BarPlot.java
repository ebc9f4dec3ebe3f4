package dev.goldilocks.chart;

import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;

/** Bars from zero with their figures beside them: one or two for each run and K. */
final class BarPlot implements RowPlot<BarPlot.Bars> {

  /**
   * What is drawn for a run and K.
   *
   * @param result its figures
   * @param provenance where they come from
   * @param withoutInterval what is said in place of an interval, where a figure has none
   */
  record Bars(RunResult result, Provenance provenance, String withoutInterval) {}

  /**
   * One of the bars.
   *
   * @param name what it stands for
   * @param figure its length; NaN when undefined
   * @param interval that of the figure
   */
  record Bar(
      BarMark.Kind kind,
      String name,
      ToDoubleFunction<RunResult> figure,
      Function<RunResult, Ends> interval) {}

  /**
   * What the bars' lengths are.
   *
   * @param unit what stands over them
   * @param bars one or two
   * @param highest of all figures and ends of intervals; 0 when there is none
   * @param text writes a figure beside its bar
   * @param tick writes a value of the axis, from its digits after the point
   * @param provenances those among the runs that need a word in the legend
   */
  record Measure(
      String unit,
      List<Bar> bars,
      double highest,
      DoubleFunction<String> text,
      TickText tick,
      List<Provenance> provenances) {

    Measure {
      bars = List.copyOf(bars);
      provenances = List.copyOf(provenances);
    }
  }

  /** Writes a value of an axis. */
  @FunctionalInterface
  interface TickText {
    String write(double value, int fractionDigits);
  }

  private static final double BAR_HEIGHT = 14;
  private static final double BAR_GAP = 2;
  private static final double FIGURE_GAP = 6;
  private static final double TICK_DISTANCE = 48;
  private static final double CAP = 4;
  private static final double HALO = 4;
  private static final double WHISKER = 1.5;

  private final Measure measure;
  private final ChartPalette palette;
  private final ChartTexts texts;
  private final BarMark mark;

  BarPlot(Measure measure, ChartPalette palette, ChartTexts texts) {
    this.measure = measure;
    this.palette = palette;
    this.texts = texts;
    this.mark = new BarMark(palette);
  }

  @Override
  public double middle() {
    return (measure.bars().size() * (BAR_HEIGHT + BAR_GAP) - BAR_GAP) / 2;
  }

  @Override
  public List<ChartFrame.LegendEntry> legend() {
    List<ChartFrame.LegendEntry> entries = new ArrayList<>();
    if (measure.bars().size() > 1) {
      measure
          .bars()
          .forEach(bar -> entries.add(swatch(bar.kind(), Provenance.MEASURED, bar.name())));
    }
    BarMark.Kind last = measure.bars().getLast().kind();
    for (Provenance provenance : measure.provenances()) {
      switch (provenance) {
        case REPORTED -> entries.add(swatch(last, provenance, texts.of("reported")));
        case TIMING_ONLY -> entries.add(swatch(last, provenance, texts.of("timing.only")));
        case MEASURED, CANCELLED, RECOVERED -> {}
      }
    }
    return entries;
  }

  private ChartFrame.LegendEntry swatch(BarMark.Kind kind, Provenance provenance, String text) {
    return new ChartFrame.LegendEntry(
        (sheet, x, y) ->
            mark.draw(
                sheet, kind, provenance, x, y, ChartFrame.SYMBOL_WIDTH, ChartFrame.SYMBOL_HEIGHT),
        text);
  }

  @Override
  public void head(Sheet sheet, PlotArea area, double top) {
    sheet.text(measure.unit(), TextStyle.SMALL_STRONG, palette.muted(), area.left(), top);
  }

  @Override
  public double draw(Sheet sheet, PlotArea area, Bars figures, double top) {
    double y = top;
    for (Bar bar : measure.bars()) {
      bar(sheet, area, bar, figures, y);
      y += BAR_HEIGHT + BAR_GAP;
    }
    return y - BAR_GAP;
  }

  private void bar(Sheet sheet, PlotArea area, Bar bar, Bars figures, double top) {
    double figure = bar.figure().applyAsDouble(figures.result());
    Ends interval = bar.interval().apply(figures.result());
    double length = 0;
    if (Double.isFinite(figure)) {
      length = Math.max(1, length(area, figure));
      mark.draw(sheet, bar.kind(), figures.provenance(), area.left(), top, length, BAR_HEIGHT);
    }
    if (interval.areKnown()) {
      whisker(sheet, area, interval, top + BAR_HEIGHT / 2);
      length = Math.max(length, length(area, interval.high()) + WHISKER);
    }
    String text = measure.text().apply(figure);
    double x = area.left() + length + FIGURE_GAP;
    // Keeps grid lines out of the figure.
    double width = Sheet.width(text, TextStyle.BODY);
    sheet.rectangle(palette.background(), null, x - 2, top, width + 4, BAR_HEIGHT);
    sheet.text(
        text,
        TextStyle.BODY,
        palette.text(),
        x,
        top + (BAR_HEIGHT - Sheet.height(TextStyle.BODY)) / 2);
  }

  /** On a halo, since it lies on a bar as dark as itself and beyond it. */
  private void whisker(Sheet sheet, PlotArea area, Ends interval, double y) {
    double low = area.left() + length(area, interval.low());
    double high = area.left() + length(area, interval.high());
    whisker(sheet, palette.background(), HALO, low, high, y);
    whisker(sheet, palette.text(), WHISKER, low, high, y);
  }

  private static void whisker(
      Sheet sheet, Color ink, double width, double low, double high, double y) {
    sheet.line(ink, width, low, y, high, y);
    sheet.line(ink, width, low, y - CAP, low, y + CAP);
    sheet.line(ink, width, high, y - CAP, high, y + CAP);
  }

  private double length(PlotArea area, double value) {
    return scale(area).position(value) * longest(area);
  }

  @Override
  public void grid(Sheet sheet, PlotArea area, double top, double bottom) {
    for (double tick : scale(area).ticks()) {
      double x = tickX(area, tick);
      sheet.line(tick == 0 ? palette.axis() : palette.grid(), 1, x, top, x, bottom);
    }
  }

  @Override
  public void ticks(Sheet sheet, PlotArea area, double top) {
    LinearScale scale = scale(area);
    for (double tick : scale.ticks()) {
      sheet.textAround(
          measure.tick().write(tick, scale.fractionDigits()),
          TextStyle.SMALL,
          palette.muted(),
          tickX(area, tick),
          top);
    }
  }

  @Override
  public List<String> words(Bars figures) {
    return measure.bars().stream().map(bar -> words(bar, figures)).toList();
  }

  private String words(Bar bar, Bars figures) {
    Ends interval = bar.interval().apply(figures.result());
    return bar.name()
        + ": "
        + measure.text().apply(bar.figure().applyAsDouble(figures.result()))
        + " "
        + measure.unit()
        + ", "
        + (interval.areKnown()
            ? texts.of(
                "interval.range",
                measure.text().apply(interval.low()),
                measure.text().apply(interval.high()))
            : figures.withoutInterval());
  }

  /** The longest bar leaves room for its figure. */
  private double longest(PlotArea area) {
    double figure = Sheet.width(measure.text().apply(measure.highest()), TextStyle.BODY);
    return area.width() - FIGURE_GAP - Math.ceil(figure) - 2;
  }

  private LinearScale scale(PlotArea area) {
    int mostTicks = (int) Math.clamp(longest(area) / TICK_DISTANCE, 1, 6);
    return LinearScale.fromZero(measure.highest(), mostTicks);
  }

  /** In the middle of a pixel, where a line is sharp. */
  private double tickX(PlotArea area, double tick) {
    return Math.rint(area.left() + scale(area).position(tick) * longest(area)) + 0.5;
  }
}
