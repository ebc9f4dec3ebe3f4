package dev.goldilocks.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * Both sides' speeds as bars, and the speedup beside them; on a narrow sheet the speedup is in
 * figures only.
 */
final class SpeedPlot implements RowPlot<SpeedPlot.Speed> {

  /** The figures of a run and K. */
  record Speed(BarPlot.Bars bars, RangePlot.Range speedup) {}

  private static final double RANGE_WIDTH = 152;

  private final BarPlot bars;
  private final RangePlot wide;
  private final RangePlot narrow;

  /**
   * @param wide the speedups with their axis
   * @param narrow the speedups in figures only
   */
  SpeedPlot(BarPlot bars, RangePlot wide, RangePlot narrow) {
    this.bars = bars;
    this.wide = wide;
    this.narrow = narrow;
  }

  private RangePlot ranges(PlotArea area) {
    return switch (area.shape()) {
      case WIDE -> wide;
      case NARROW -> narrow;
    };
  }

  private static PlotArea rangeArea(PlotArea area) {
    double width =
        switch (area.shape()) {
          case WIDE -> RANGE_WIDTH + ChartFrame.GAP + RangePlot.FIGURE_WIDTH;
          case NARROW -> RangePlot.FIGURE_WIDTH;
        };
    return area.between(area.right() - width, area.right());
  }

  private static PlotArea barArea(PlotArea area) {
    return area.between(area.left(), rangeArea(area).left() - ChartFrame.PADDING);
  }

  @Override
  public List<ChartFrame.LegendEntry> legend() {
    return bars.legend();
  }

  @Override
  public void head(Sheet sheet, PlotArea area, double top) {
    bars.head(sheet, barArea(area), top);
    ranges(area).head(sheet, rangeArea(area), top);
  }

  @Override
  public double draw(Sheet sheet, PlotArea area, Speed figures, double top) {
    double bar = bars.draw(sheet, barArea(area), figures.bars(), top);
    double range = ranges(area).draw(sheet, rangeArea(area), figures.speedup(), top);
    return Math.max(bar, range);
  }

  @Override
  public double middle() {
    return bars.middle();
  }

  @Override
  public void grid(Sheet sheet, PlotArea area, double top, double bottom) {
    bars.grid(sheet, barArea(area), top, bottom);
    ranges(area).grid(sheet, rangeArea(area), top, bottom);
  }

  @Override
  public void ticks(Sheet sheet, PlotArea area, double top) {
    bars.ticks(sheet, barArea(area), top);
    ranges(area).ticks(sheet, rangeArea(area), top);
  }

  @Override
  public List<String> words(Speed figures) {
    return Stream.concat(
            bars.words(figures.bars()).stream(), wide.words(figures.speedup()).stream())
        .toList();
  }
}
