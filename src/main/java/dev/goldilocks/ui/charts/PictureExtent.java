package dev.goldilocks.ui.charts;

/** How much a picture holds. */
public enum PictureExtent {
  /** The chart that is shown, as wide as a page. */
  CHART,
  /** The chart that is shown, as wide as a column of a paper. */
  COLUMN,
  /** Every chart of the runs. */
  PAGE
}
