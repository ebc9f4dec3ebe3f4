package dev.goldilocks.chart;

import dev.goldilocks.runs.Comparison;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * A chart of one or more runs with title, units, legend and set-up in it. It fits itself to the
 * width it is given, takes the height that this needs, and depends on no style sheet.
 */
public final class ComparisonChart extends Region {

  /** Width of an exported chart in pixels before scaling. */
  public static final double PREFERRED_WIDTH = 880;

  private static final double LEAST_WIDTH = 400;

  private final Drawing drawing;
  private Sheet sheet = new Sheet();
  private double sheetWidth = Double.NaN;
  private double sheetHeight;

  private ComparisonChart(Drawing drawing) {
    this.drawing = drawing;
    setMinWidth(LEAST_WIDTH);
    setPrefWidth(PREFERRED_WIDTH);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(drawing.description());
  }

  /** Bars of decode tokens/s, baseline and speculative, with the speedup and its interval. */
  public static ComparisonChart tokensPerSecond(Comparison comparison, ChartStyle style) {
    return new ComparisonChart(new SpeedBars(comparison, style));
  }

  /** The speedup over K with its intervals, a line for each run. */
  public static ComparisonChart speedupOverDraftTokens(Comparison comparison, ChartStyle style) {
    return new ComparisonChart(new SpeedupOverDraftTokens(comparison, style));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    drawAt(width < 0 ? prefWidth(-1) : width);
    return sheetHeight;
  }

  @Override
  protected void layoutChildren() {
    drawAt(getWidth());
    if (!getChildren().equals(sheet.nodes())) {
      getChildren().setAll(sheet.nodes());
    }
  }

  private void drawAt(double width) {
    double drawable = Math.max(LEAST_WIDTH, Math.floor(width));
    if (drawable != sheetWidth) {
      sheet = new Sheet();
      sheetWidth = drawable;
      sheetHeight = Math.ceil(drawing.draw(sheet, drawable));
    }
  }
}
