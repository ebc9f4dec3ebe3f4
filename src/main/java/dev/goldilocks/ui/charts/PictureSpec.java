package dev.goldilocks.ui.charts;

import javafx.application.ColorScheme;

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
}
