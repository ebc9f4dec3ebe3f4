package dev.goldilocks.chart;

import dev.goldilocks.runs.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;

/**
 * A chart of one or more runs with title, units, legend and set-up in it. It fits itself to the
 * width it is given, takes the height that this needs, and depends on no style sheet. Pointing at
 * it shows the values there.
 */
public final class ComparisonChart extends Region {

  /** Width of a chart that fills a page, in pixels before scaling. */
  public static final double PREFERRED_WIDTH = 880;

  /**
   * Width of a chart in a column of a paper, in pixels before scaling: printed 84 mm wide, its
   * smallest text is over 6 points.
   */
  public static final double COLUMN_WIDTH = 420;

  /** Width of a whole comparison on one page, in pixels before scaling. */
  public static final double PAGE_WIDTH = 1240;

  private static final double LEAST_WIDTH = 400;

  private final Drawing drawing;
  private final SpotReadOut readout;
  private Sheet sheet = new Sheet();
  private double sheetWidth = Double.NaN;
  private double sheetHeight;
  private int read = -1;

  ComparisonChart(Drawing drawing, ChartPalette palette) {
    this.drawing = drawing;
    this.readout = new SpotReadOut(palette);
    setMinWidth(LEAST_WIDTH);
    setPrefWidth(PREFERRED_WIDTH);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    drawAt(PREFERRED_WIDTH);
    setAccessibleText(description());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> readNothing());
    setFocusTraversable(true);
    Border ring = Border.stroke(palette.speculative());
    focusVisibleProperty().subscribe(isVisible -> setBorder(isVisible ? ring : null));
    focusedProperty().subscribe(_ -> readNothing());
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
  }

  /** A chart of runs. */
  public static ComparisonChart of(ChartKind kind, Comparison comparison, ChartStyle style) {
    return new ComparisonChart(new ComparisonDrawings(comparison, style).of(kind), style.palette());
  }

  /** Every chart that has something to say of the runs, on one page with their set-up. */
  public static ComparisonChart page(Comparison comparison, ChartStyle style) {
    return new ComparisonChart(ComparisonPage.of(comparison, style), style.palette());
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
    List<Node> nodes = new ArrayList<>(sheet.nodes());
    nodes.add(readout.node());
    if (!getChildren().equals(nodes)) {
      getChildren().setAll(nodes);
    }
  }

  private void point(MouseEvent event) {
    Optional<Spot> under =
        sheet.spots().stream()
            .filter(spot -> spot.contains(event.getX(), event.getY()))
            .findFirst();
    readout.show(under, event.getX(), event.getY(), getWidth(), getHeight());
  }

  /** The arrow keys read out one value after the other, and Escape ends it. */
  private void step(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT, DOWN -> read(Math.min(read + 1, sheet.spots().size() - 1));
      case LEFT, UP -> read(Math.max(read - 1, 0));
      case ESCAPE -> {
        if (read < 0) {
          return;
        }
        readNothing();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void read(int index) {
    if (index < 0 || sheet.spots().isEmpty()) {
      return;
    }
    read = index;
    Spot spot = sheet.spots().get(index);
    readout.show(
        Optional.of(spot),
        spot.x() + spot.width() / 2,
        spot.y() + spot.height() / 2,
        getWidth(),
        getHeight());
    setAccessibleText(spot.sentence());
  }

  private void readNothing() {
    read = -1;
    readout.show(Optional.empty(), 0, 0, 0, 0);
    setAccessibleText(description());
  }

  private String description() {
    return Stream.concat(Stream.of(drawing.title()), sheet.spots().stream().map(Spot::sentence))
        .collect(Collectors.joining(". ", "", "."));
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
