package dev.goldilocks.ui.charts;

import dev.goldilocks.chart.ChartPng;
import dev.goldilocks.chart.ChartStyle;
import dev.goldilocks.chart.ComparisonChart;
import javafx.application.ColorScheme;
import javafx.scene.image.Image;

/**
 * What a picture of a chart is asked for.
 *
 * @param extent how much it holds
 * @param scale pixels of the picture for each of the chart, 1 to 3
 * @param colours light or dark
 */
public record PictureSpec(PictureExtent extent, int scale, ColorScheme colours) {

  /** What most people want: readable on screens of twice the usual resolution and in print. */
  public static final PictureSpec USUAL =
      new PictureSpec(PictureExtent.CHART, 2, ColorScheme.LIGHT);

  /** How a chart for the picture looks: the same in every locale. */
  public ChartStyle style() {
    return switch (colours) {
      case LIGHT -> ChartStyle.light();
      case DARK -> ChartStyle.dark();
    };
  }

  /** Draws a chart that was made for the picture; on the FX thread. */
  public Image render(ComparisonChart chart) {
    double width =
        switch (extent) {
          case CHART -> ComparisonChart.PREFERRED_WIDTH;
          case COLUMN -> ComparisonChart.COLUMN_WIDTH;
          case PAGE -> ComparisonChart.PAGE_WIDTH;
        };
    return ChartPng.render(chart, width, scale);
  }
}
