package dev.goldilocks.chart;

import java.util.List;

/**
 * Several charts, two in a row.
 *
 * @param title what they show together
 * @param subtitle what they are of
 * @param charts from left to right, then from top to bottom
 * @param footnotes what stands under all of them
 */
record ChartPage(
    String title,
    String subtitle,
    List<Drawing> charts,
    List<String> footnotes,
    ChartPalette palette)
    implements Drawing {

  private static final int COLUMNS = 2;

  ChartPage {
    charts = List.copyOf(charts);
    footnotes = List.copyOf(footnotes);
  }

  @Override
  public double draw(Sheet sheet, double width) {
    ChartFrame frame = new ChartFrame(palette);
    var background = sheet.rectangle(palette.background(), null, 0, 0, width, 0);
    double y = frame.head(sheet, width, title, subtitle, List.of());
    double column = Math.floor(width / COLUMNS);
    for (int first = 0; first < charts.size(); first += COLUMNS) {
      double tallest = 0;
      for (int index = first; index < Math.min(first + COLUMNS, charts.size()); index++) {
        Sheet place = sheet.at((index - first) * column, y);
        tallest = Math.max(tallest, charts.get(index).draw(place, column));
      }
      y += Math.ceil(tallest);
    }
    double height = frame.foot(sheet, width, Math.rint(y), footnotes);
    background.setHeight(Math.ceil(height));
    return height;
  }
}
