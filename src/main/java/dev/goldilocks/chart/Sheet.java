package dev.goldilocks.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Text;

/**
 * Collects what a drawing puts down, as nodes: lines and glyphs stay sharp at any scale. Positions
 * are pixels before scaling, from the upper left corner.
 */
final class Sheet {

  private final List<Node> nodes;
  private final List<Spot> spots;

  Sheet() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  private Sheet(List<Node> nodes, List<Spot> spots) {
    this.nodes = nodes;
    this.spots = spots;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** The parts that have values to tell. */
  List<Spot> spots() {
    return spots;
  }

  /** Marks a part that has values to tell, the first line saying what they belong to. */
  void spot(double x, double y, double width, double height, List<String> lines) {
    spots.add(new Spot(x, y, width, height, lines));
  }

  /** A sheet whose content lies over what is here now, and under what comes later. */
  Sheet layer() {
    Group group = new Group();
    nodes.add(group);
    return new Sheet(group.getChildren(), spots);
  }

  /** A sheet whose upper left corner lies there on this one. */
  Sheet at(double x, double y) {
    Group group = new Group();
    group.setLayoutX(x);
    group.setLayoutY(y);
    nodes.add(group);
    return new Sheet(group.getChildren(), new ArrayList<>());
  }

  /** A line of text with its upper left corner there. */
  Bounds text(String string, TextStyle style, Paint paint, double x, double top) {
    return place(text(string, style, paint), x, top);
  }

  /** A line of text that ends at {@code right}. */
  Bounds textUpTo(String string, TextStyle style, Paint paint, double right, double top) {
    Text text = text(string, style, paint);
    return place(text, right - text.getLayoutBounds().getWidth(), top);
  }

  /** A line of text with its middle at {@code centre}. */
  Bounds textAround(String string, TextStyle style, Paint paint, double centre, double top) {
    Text text = text(string, style, paint);
    return place(text, centre - text.getLayoutBounds().getWidth() / 2, top);
  }

  /** Text in as many lines as it takes. */
  Bounds paragraph(
      String string, TextStyle style, Paint paint, double x, double top, double width) {
    return place(paragraph(string, style, paint, width), x, top);
  }

  /** The height of a paragraph; draws nothing. */
  static double paragraphHeight(String string, TextStyle style, double width) {
    return string.isEmpty()
        ? 0
        : paragraph(string, style, null, width).getLayoutBounds().getHeight();
  }

  /** The width of a line of text; draws nothing. */
  static double width(String string, TextStyle style) {
    return text(string, style, null).getLayoutBounds().getWidth();
  }

  /** The height of a line of text. */
  static double height(TextStyle style) {
    return text("0", style, null).getLayoutBounds().getHeight();
  }

  Line line(Paint paint, double width, double x1, double y1, double x2, double y2) {
    Line line = new Line(x1, y1, x2, y2);
    line.setStroke(paint);
    line.setStrokeWidth(width);
    line.setStrokeLineCap(StrokeLineCap.BUTT);
    nodes.add(line);
    return line;
  }

  /** A filled rectangle whose outline, if any, lies inside its edge. */
  Rectangle rectangle(Paint fill, Paint outline, double x, double y, double width, double height) {
    Rectangle rectangle = new Rectangle(x, y, width, height);
    rectangle.setFill(fill);
    rectangle.setStroke(outline);
    rectangle.setStrokeType(StrokeType.INSIDE);
    nodes.add(rectangle);
    return rectangle;
  }

  Polygon polygon(Paint fill, Paint outline, double... points) {
    Polygon polygon = new Polygon(points);
    polygon.setFill(fill);
    polygon.setStroke(outline);
    nodes.add(polygon);
    return polygon;
  }

  <T extends Shape> T add(T shape) {
    nodes.add(shape);
    return shape;
  }

  private Bounds place(Text text, double x, double top) {
    text.setX(x);
    text.setY(top);
    nodes.add(text);
    return text.getLayoutBounds();
  }

  private static Text paragraph(String string, TextStyle style, Paint paint, double width) {
    Text text = text(string, style, paint);
    text.setWrappingWidth(width);
    return text;
  }

  /** The font comes first: a text without one asks for the system's, which may have none. */
  private static Text text(String string, TextStyle style, Paint paint) {
    Text text = new Text();
    text.setFont(style.font());
    text.setTextOrigin(VPos.TOP);
    text.setFill(paint);
    text.setText(string);
    return text;
  }
}
