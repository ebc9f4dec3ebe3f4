package dev.goldilocks.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;

/** The values under the pointer, beside it and inside the chart. */
final class SpotReadOut {

  private static final double DISTANCE = 12;

  private final ChartPalette palette;
  private final Group group = new Group();
  private Optional<Spot> shown = Optional.empty();

  SpotReadOut(ChartPalette palette) {
    this.palette = palette;
    group.setManaged(false);
    group.setMouseTransparent(true);
    group.getStyleClass().add("chart-readout");
  }

  Node node() {
    return group;
  }

  /** Shows what a spot tells, or nothing, beside a point of a chart of that size. */
  void show(Optional<Spot> spot, double x, double y, double width, double height) {
    if (!spot.equals(shown)) {
      shown = spot;
      group.getChildren().setAll(spot.map(this::draw).orElse(List.of()));
    }
    if (spot.isPresent()) {
      double ownWidth = group.getLayoutBounds().getWidth();
      double ownHeight = group.getLayoutBounds().getHeight();
      boolean fitsRight = x + DISTANCE + ownWidth <= width;
      double left = fitsRight ? x + DISTANCE : x - DISTANCE - ownWidth;
      group.setLayoutX(Math.rint(Math.max(0, left)));
      group.setLayoutY(Math.rint(Math.clamp(y + DISTANCE, 0, Math.max(0, height - ownHeight))));
    }
  }

  private List<Node> draw(Spot spot) {
    double padding = ChartFrame.SMALL_GAP;
    Sheet sheet = new Sheet();
    var back = sheet.rectangle(palette.background(), palette.axis(), 0, 0, 0, 0);
    double y = padding;
    double widest = 0;
    List<String> lines = new ArrayList<>(spot.lines());
    for (int index = 0; index < lines.size(); index++) {
      TextStyle style = index == 0 ? TextStyle.SMALL_STRONG : TextStyle.SMALL;
      var bounds = sheet.text(lines.get(index), style, palette.text(), padding, y);
      y += bounds.getHeight() + (index == 0 ? ChartFrame.TINY_GAP : 0);
      widest = Math.max(widest, bounds.getWidth());
    }
    back.setWidth(Math.ceil(widest + 2 * padding));
    back.setHeight(Math.ceil(y + padding));
    back.setArcWidth(ChartFrame.SMALL_GAP);
    back.setArcHeight(ChartFrame.SMALL_GAP);
    return sheet.nodes();
  }
}
