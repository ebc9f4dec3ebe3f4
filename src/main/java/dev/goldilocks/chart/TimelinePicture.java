package dev.goldilocks.chart;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** A timeline as a picture that stands alone. */
public final class TimelinePicture {

  /** Most rounds of one picture, the first ones: more of them no viewer shows. */
  public static final int MOST_ROUNDS = 400;

  private TimelinePicture() {}

  /**
   * What stands around the rounds.
   *
   * @param title what it is of
   * @param subtitle what the run was, in one line or more
   * @param notes what is to be said under it
   */
  public record Frame(String title, String subtitle, List<String> notes) {
    public Frame {
      notes = List.copyOf(notes);
    }
  }

  /** A picture to be given to {@link ChartPng}; it is as wide as {@link #width}. */
  public static Region of(
      TimelineContent content, Frame frame, TimelineColours colours, TimelineLabels labels) {
    return new ComparisonChart(new Rounds(content, frame, colours, labels), colours.palette());
  }

  /** Width that the longest round wants, in pixels before scaling. */
  public static double width(TimelineContent content) {
    return Math.max(
        ComparisonChart.PREFERRED_WIDTH,
        Math.ceil(2 * ChartFrame.PADDING + RoundDrawing.TOKENS_LEFT + content.widest()));
  }

  private record Rounds(
      TimelineContent content, Frame frame, TimelineColours colours, TimelineLabels labels)
      implements Drawing {

    @Override
    public String title() {
      return frame.title();
    }

    @Override
    public double draw(Sheet sheet, double width) {
      Color background = colours.palette().background();
      Rectangle back = sheet.rectangle(background, null, 0, 0, width, 0);
      ChartFrame around = new ChartFrame(colours.palette());
      double y = around.head(sheet, width, frame.title(), frame.subtitle(), List.of());
      RoundDrawing drawing = new RoundDrawing(content, colours, labels);
      drawing.head(sheet.at(ChartFrame.PADDING, y));
      y += RoundDrawing.HEIGHT;
      int count = Math.min(MOST_ROUNDS, content.count());
      for (int round = 0; round < count; round++) {
        drawing.time(sheet.at(ChartFrame.PADDING, y), round);
        drawing.tokens(sheet.at(ChartFrame.PADDING + RoundDrawing.TOKENS_LEFT, y), round);
        y += RoundDrawing.HEIGHT;
      }
      double height = around.foot(sheet, width, y + ChartFrame.SMALL_GAP, frame.notes());
      back.setHeight(height);
      return height;
    }
  }
}
