package dev.goldilocks.chart;

import dev.goldilocks.bench.PassRegime;
import dev.goldilocks.bench.ProbeFigures.PassFigures;
import dev.goldilocks.runs.FigureText;
import java.util.List;
import java.util.stream.Stream;

/** What limits each pass: a bar for each, stacked from its shares, and the largest in words. */
final class LimitsPlot implements RowPlot<PassFigures> {

  private static final double BAR_HEIGHT = 16;
  private static final double FIGURE_WIDTH = 132;
  private static final double TICK_DISTANCE = 48;

  private final List<PassFigures> passes;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartTexts texts;

  /**
   * @param passes all that are drawn, since they share an axis; at least one
   */
  LimitsPlot(List<PassFigures> passes, ChartPalette palette, FigureText figures, ChartTexts texts) {
    this.passes = List.copyOf(passes);
    this.palette = palette;
    this.figures = figures;
    this.texts = texts;
  }

  @Override
  public List<ChartFrame.LegendEntry> legend() {
    return Stream.of(PassPart.values())
        .filter(part -> passes.stream().anyMatch(pass -> part.share(pass.regime()) > 0))
        .map(
            part ->
                new ChartFrame.LegendEntry(
                    (sheet, x, y) ->
                        part.mark(palette)
                            .draw(sheet, x, y, ChartFrame.SYMBOL_WIDTH, ChartFrame.SYMBOL_HEIGHT),
                    part.name(texts)))
        .toList();
  }

  @Override
  public void head(Sheet sheet, PlotArea area, double top) {
    sheet.text(texts.of("limits.unit"), TextStyle.SMALL_STRONG, palette.muted(), area.left(), top);
    sheet.textUpTo(
        texts.of("limits.bound"), TextStyle.SMALL_STRONG, palette.muted(), area.right(), top);
  }

  @Override
  public double draw(Sheet sheet, PlotArea area, PassFigures pass, double top) {
    double from = 0;
    for (PassPart part : PassPart.values()) {
      double left = x(area, from);
      from += part.share(pass.regime());
      part.mark(palette).draw(sheet, left, top, x(area, from) - left, BAR_HEIGHT);
    }
    sheet.textUpTo(
        bound(pass),
        TextStyle.BODY,
        palette.text(),
        area.right(),
        top + (BAR_HEIGHT - Sheet.height(TextStyle.BODY)) / 2);
    return top + BAR_HEIGHT;
  }

  private String bound(PassFigures pass) {
    PassRegime regime = pass.regime();
    return texts.of(PassChart.boundKey(regime.bound()), figures.percent(regime.boundShare()));
  }

  @Override
  public double middle() {
    return BAR_HEIGHT / 2;
  }

  @Override
  public void grid(Sheet sheet, PlotArea area, double top, double bottom) {
    for (double tick : scale(area).ticks()) {
      double x = Math.rint(x(area, tick)) + 0.5;
      sheet.line(isEdge(tick) ? palette.axis() : palette.grid(), 1, x, top, x, bottom);
    }
  }

  private static boolean isEdge(double tick) {
    return tick == 0 || Math.abs(tick - 1) < 1e-9;
  }

  @Override
  public void ticks(Sheet sheet, PlotArea area, double top) {
    LinearScale scale = scale(area);
    for (double tick : scale.ticks()) {
      sheet.textAround(
          figures.decimal(tick * 100, Math.max(0, scale.fractionDigits() - 2)) + " %",
          TextStyle.SMALL,
          palette.muted(),
          x(area, tick),
          top);
    }
  }

  @Override
  public List<String> words(PassFigures pass) {
    PassRegime regime = pass.regime();
    return List.of(
        texts.of("limits.time", figures.number(pass.passMs()), bound(pass)),
        texts.of("limits.memory.words", figures.percent(regime.memoryShare())),
        texts.of("limits.compute.words", figures.percent(regime.computeShare())),
        texts.of("limits.overhead.words", figures.percent(regime.overheadShare())));
  }

  /** A floor over 100 % is drawn as long as it is: the weights came from a cache. */
  private double highest() {
    return passes.stream()
        .map(PassFigures::regime)
        .mapToDouble(regime -> Math.max(regime.memoryShare(), regime.computeShare()))
        .reduce(1, Math::max);
  }

  private LinearScale scale(PlotArea area) {
    int mostTicks = (int) Math.clamp(width(area) / TICK_DISTANCE, 1, 6);
    return LinearScale.fromZero(highest(), mostTicks);
  }

  private static double width(PlotArea area) {
    return area.width() - ChartFrame.GAP - FIGURE_WIDTH;
  }

  private double x(PlotArea area, double share) {
    return area.left() + scale(area).position(share) * width(area);
  }
}
