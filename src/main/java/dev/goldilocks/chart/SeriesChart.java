package dev.goldilocks.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures over whole numbers: a line for each series with the interval at every point that has one,
 * and smaller plots of other figures over the same numbers under it.
 */
final class SeriesChart implements Drawing {

  /**
   * What the chart says.
   *
   * @param title what it shows
   * @param subtitle what its figures are
   * @param indexAxis what stands under the horizontal axes
   * @param main the large plot
   * @param companions smaller plots of the same series, two in a row where there is room
   * @param footnotes what stands under it
   */
  record Content(
      String title,
      String subtitle,
      String indexAxis,
      SeriesPanel.Content main,
      List<SeriesPanel.Content> companions,
      List<String> footnotes) {

    Content {
      companions = List.copyOf(companions);
      footnotes = List.copyOf(footnotes);
    }
  }

  private static final double PLOT_HEIGHT = 280;
  private static final double COMPANION_HEIGHT = 120;
  private static final double TWO_COLUMNS = 600;

  private final Content content;
  private final ChartPalette palette;
  private final ChartTexts texts;
  private final ChartFrame frame;

  SeriesChart(Content content, ChartPalette palette, ChartTexts texts) {
    this.content = content;
    this.palette = palette;
    this.texts = texts;
    this.frame = new ChartFrame(palette);
  }

  @Override
  public String title() {
    return content.title();
  }

  @Override
  public double draw(Sheet sheet, double width) {
    var background = sheet.rectangle(palette.background(), null, 0, 0, width, 0);
    double top = frame.head(sheet, width, content.title(), content.subtitle(), legend());
    double inner = width - 2 * ChartFrame.PADDING;
    double bottom = panel(content.main()).draw(sheet, ChartFrame.PADDING, top, inner, PLOT_HEIGHT);
    bottom = companions(sheet, width, bottom);
    double height =
        frame.foot(sheet, width, Math.rint(bottom + ChartFrame.GAP), content.footnotes());
    background.setHeight(Math.ceil(height));
    return height;
  }

  private double companions(Sheet sheet, double width, double top) {
    int columns = width >= TWO_COLUMNS ? 2 : 1;
    double inner = width - 2 * ChartFrame.PADDING;
    double column = Math.floor((inner - (columns - 1) * ChartFrame.PADDING) / columns);
    double bottom = top;
    double rowTop = top;
    for (int index = 0; index < content.companions().size(); index++) {
      int place = index % columns;
      rowTop = place == 0 ? bottom + ChartFrame.GAP : rowTop;
      double left = ChartFrame.PADDING + place * (column + ChartFrame.PADDING);
      bottom =
          panel(content.companions().get(index))
              .draw(sheet, left, rowTop, column, COMPANION_HEIGHT);
    }
    return bottom;
  }

  private SeriesPanel panel(SeriesPanel.Content panel) {
    return new SeriesPanel(panel, content.indexAxis(), palette);
  }

  private List<ChartFrame.LegendEntry> legend() {
    List<SeriesPanel.Series> series = content.main().series();
    List<ChartFrame.LegendEntry> entries = new ArrayList<>();
    boolean isPredicted = content.main().isPredicted();
    if (series.size() > 1 || isPredicted) {
      IntStream.range(0, series.size())
          .mapToObj(
              index ->
                  new ChartFrame.LegendEntry(
                      (sheet, x, y) -> SeriesPanel.symbol(sheet, palette, index, x, y),
                      series.get(index).name()))
          .forEach(entries::add);
    }
    if (isPredicted) {
      var ink = series.size() == 1 ? palette.series().getFirst() : palette.text();
      entries.add(
          new ChartFrame.LegendEntry(
              (sheet, x, y) -> SeriesPanel.predictionSymbol(sheet, ink, x, y),
              texts.of("over.k.legend")));
    }
    return entries;
  }
}
