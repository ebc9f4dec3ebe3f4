package dev.goldilocks.chart;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Shares by position in the draft, 1 to K, as bars with their figures. */
public final class LiveBars extends LiveRow {

  private static final double SIDE = 12;
  private static final double TOP = 20;
  private static final double BOTTOM = 20;
  private static final double WIDEST_BAR = 40;
  private static final double FILL = 0.7;
  private static final double LABELLED_BAR = 26;

  private List<Double> shares = List.of();
  private DoubleFunction<String> shareText = Double::toString;
  private BiFunction<Integer, Double, String> readOutText = (position, share) -> "";

  /**
   * How figures are written.
   *
   * @param share over its bar
   * @param readOut for a position, from 1, and its share
   */
  public void setTexts(DoubleFunction<String> share, BiFunction<Integer, Double, String> readOut) {
    shareText = share;
    readOutText = readOut;
    redraw();
  }

  /** What is drawn. */
  public List<Double> getShares() {
    return shares;
  }

  /**
   * Draws these bars; nothing happens when they are the ones that are drawn.
   *
   * @param values 0 to 1 each, or NaN for none
   */
  public void setShares(List<Double> values) {
    if (!shares.equals(values)) {
      shares = List.copyOf(values);
      redraw();
    }
  }

  @Override
  boolean isEmpty() {
    return shares.isEmpty();
  }

  @Override
  void draw(GraphicsContext context, double width, double height) {
    double bottom = Math.floor(height - BOTTOM) + 0.5;
    context.setStroke(grid());
    context.setLineWidth(1);
    context.setLineDashes();
    context.strokeLine(SIDE, bottom, width - SIDE, bottom);
    double pitch = pitch(width);
    double barWidth = Math.floor(pitch * FILL);
    double left = left(width);
    int every = (int) Math.ceil(LABELLED_BAR / pitch);
    context.setTextAlign(TextAlignment.CENTER);
    for (int position = 0; position < shares.size(); position++) {
      double share = shares.get(position);
      double middle = left + pitch * (position + 0.5);
      double barHeight = Double.isNaN(share) ? 0 : share * (bottom - TOP);
      context.setFill(colour(LiveRole.ACCEPTANCE));
      context.fillRect(Math.floor(middle - barWidth / 2), bottom - barHeight, barWidth, barHeight);
      if (position % every == 0) {
        context.setFill(text());
        context.setTextBaseline(VPos.BOTTOM);
        context.fillText(shareText.apply(share), middle, bottom - barHeight - 2);
        context.fillText(Integer.toString(position + 1), middle, height - 1);
      }
    }
    OptionalInt index = pointed();
    if (index.isPresent()) {
      double middle = left + pitch * (index.getAsInt() + 0.5);
      readOut(index.getAsInt()).draw(context, middle, 0, width, surface(), text());
    }
  }

  @Override
  int count() {
    return shares.size();
  }

  @Override
  int indexAt(double x) {
    return (int) Math.floor((x - left(getWidth())) / pitch(getWidth()));
  }

  @Override
  ReadOut readOut(int index) {
    return new ReadOut(
        List.of(new ReadOut.Line(readOutText.apply(index + 1, shares.get(index)), text())));
  }

  private double pitch(double width) {
    return Math.min(WIDEST_BAR / FILL, (width - 2 * SIDE) / Math.max(1, shares.size()));
  }

  private double left(double width) {
    return Math.floor((width - pitch(width) * shares.size()) / 2);
  }
}
