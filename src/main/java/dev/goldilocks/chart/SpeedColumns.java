package dev.goldilocks.chart;

/**
 * Where the columns of a chart of speeds are, in pixels before scaling. A narrow chart has the run
 * over its bars, and no column for the range of the speedup.
 *
 * @param label left edge of the run's name
 * @param labelWidth its width
 * @param draftTokensRight right edge of K; K is written when the groups differ in it
 * @param bars left edge of the bars, where zero is
 * @param longestBar length of the longest bar; the figure beside it has room too
 * @param range left edge of the speedup's axis
 * @param rangeWidth its width; 0 on a narrow chart
 * @param right right edge of everything; the speedup's figure ends there
 * @param speed scale of the bars, in tokens/s
 * @param speedup scale of the speedup's axis
 */
record SpeedColumns(
    double label,
    double labelWidth,
    double draftTokensRight,
    double bars,
    double longestBar,
    double range,
    double rangeWidth,
    double right,
    LinearScale speed,
    LinearScale speedup) {

  private static final double NARROW = 760;
  private static final double LABEL_SHARE = 0.27;
  private static final double DRAFT_TOKENS_WIDTH = 20;
  private static final double BAR_FIGURE_WIDTH = 40;
  private static final double RANGE_WIDTH = 152;
  private static final double FIGURE_WIDTH = 124;
  private static final double TICK_DISTANCE = 48;

  /**
   * The columns of a chart.
   *
   * @param width of the chart, at least 400
   * @param hasDraftTokens whether K has a column
   * @param highestSpeed of all bars, in tokens/s; 0 when there is none
   */
  static SpeedColumns of(
      double width, boolean hasDraftTokens, double highestSpeed, LinearScale speedup) {
    boolean isWide = width >= NARROW;
    double left = ChartFrame.PADDING;
    double right = width - ChartFrame.PADDING;
    double labelWidth = isWide ? Math.floor((right - left) * LABEL_SHARE) : right - left;
    double draftTokens = isWide ? left + labelWidth + ChartFrame.GAP : left;
    double bars = hasDraftTokens ? draftTokens + DRAFT_TOKENS_WIDTH + 12 : draftTokens;
    double rangeWidth = isWide ? RANGE_WIDTH : 0;
    double range = right - FIGURE_WIDTH - (isWide ? ChartFrame.GAP : 0) - rangeWidth;
    double longestBar = range - ChartFrame.PADDING - BAR_FIGURE_WIDTH - bars;
    int mostTicks = (int) Math.max(1, Math.min(6, longestBar / TICK_DISTANCE));
    return new SpeedColumns(
        left,
        labelWidth,
        draftTokens + DRAFT_TOKENS_WIDTH,
        bars,
        longestBar,
        range,
        rangeWidth,
        right,
        LinearScale.fromZero(highestSpeed, mostTicks),
        speedup);
  }

  /** Whether the run stands beside its bars. */
  boolean isWide() {
    return rangeWidth > 0;
  }

  /** Length of a bar. */
  double barLength(double tokensPerSecond) {
    return Math.max(1, speed.position(tokensPerSecond) * longestBar);
  }

  /** Where a speed's grid line is, in the middle of a pixel. */
  double speedX(double tokensPerSecond) {
    return Math.rint(bars + speed.position(tokensPerSecond) * longestBar) + 0.5;
  }

  /** Where a speedup is on its axis. */
  double speedupX(double factor) {
    return range + speedup.position(factor) * rangeWidth;
  }
}
