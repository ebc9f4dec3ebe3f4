package dev.goldilocks.chart;

import java.util.List;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A region that draws itself on a canvas, in colours and with a font from the style sheet: {@code
 * -live-grid}, {@code -live-text}, {@code -live-baseline}, {@code -live-speculative}, {@code
 * -live-acceptance}, {@code -live-memory}, {@code -live-surface}, {@code -live-font}. A canvas
 * leaves the FX thread little more to do than hand over its points, which counts while a run is
 * timed on the same cores.
 */
public abstract class LiveCanvas extends Region {

  private static final StyleablePropertyFactory<LiveCanvas> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  /** Under this there is no room for the axes, let alone for anything between them. */
  private static final double LEAST_WIDTH = 96;

  private static final double LEAST_HEIGHT = 40;

  private final StyleableProperty<Paint> grid = paint("-live-grid", canvas -> canvas.grid);
  private final StyleableProperty<Paint> text = paint("-live-text", canvas -> canvas.text);
  private final StyleableProperty<Paint> surface = paint("-live-surface", canvas -> canvas.surface);
  private final StyleableProperty<Paint> baseline =
      paint("-live-baseline", canvas -> canvas.baseline);
  private final StyleableProperty<Paint> speculative =
      paint("-live-speculative", canvas -> canvas.speculative);
  private final StyleableProperty<Paint> acceptance =
      paint("-live-acceptance", canvas -> canvas.acceptance);
  private final StyleableProperty<Paint> memory = paint("-live-memory", canvas -> canvas.memory);
  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "live-font", "-live-font", canvas -> canvas.font, Font.getDefault());

  private final Canvas canvas = new Canvas();
  private String emptyText = "";

  LiveCanvas() {
    getStyleClass().add("live-canvas");
    getChildren().add(canvas);
    widthProperty().addListener(_ -> resizeCanvas());
    heightProperty().addListener(_ -> resizeCanvas());
    sceneProperty().addListener(_ -> redraw());
    setFocusTraversable(true);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX()));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAway());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    focusedProperty().addListener((_, _, focused) -> left(focused));
    for (StyleableProperty<?> property :
        List.of(grid, text, surface, baseline, speculative, acceptance, memory, font)) {
      ((Observable) property).addListener(_ -> redraw());
    }
  }

  /** Draws everything anew; a canvas in no scene is drawn when it comes into one. */
  final void redraw() {
    if (getScene() == null || getWidth() < LEAST_WIDTH || getHeight() < LEAST_HEIGHT) {
      return;
    }
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, getWidth(), getHeight());
    context.setFont(font.getValue());
    if (isEmpty()) {
      drawEmptyText(context);
    } else {
      draw(context, getWidth(), getHeight());
    }
  }

  /** What stands in place of the chart while there is nothing to draw. */
  public final void setEmptyText(String sentence) {
    emptyText = sentence;
    redraw();
  }

  /** Width of a text in pixels, as it is drawn. */
  final double textWidth(String written) {
    Text measured = new Text(written);
    measured.setFont(font.getValue());
    return measured.getLayoutBounds().getWidth();
  }

  /** Reads out the values at a place, which may lie outside of the plot. */
  abstract void pointAt(double x);

  /** Reads out nothing. */
  abstract void pointAway();

  /**
   * Reads out the values a step further on, or the first ones when none are read out.
   *
   * @param steps negative for further back
   */
  abstract void pointFurther(int steps);

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
      pointFurther(key.getCode() == KeyCode.RIGHT ? 1 : -1);
      key.consume();
    }
  }

  private void left(boolean focused) {
    if (!focused) {
      pointAway();
    }
  }

  /** Whether there is nothing to draw. */
  abstract boolean isEmpty();

  /** Draws on a clear canvas of the given size in pixels. */
  abstract void draw(GraphicsContext context, double width, double height);

  final Paint grid() {
    return grid.getValue();
  }

  final Paint text() {
    return text.getValue();
  }

  /** The colour behind the chart. */
  final Paint surface() {
    return surface.getValue();
  }

  final Font font() {
    return font.getValue();
  }

  final Paint colour(LiveRole role) {
    return switch (role) {
      case BASELINE -> baseline.getValue();
      case SPECULATIVE -> speculative.getValue();
      case ACCEPTANCE -> acceptance.getValue();
      case MEMORY -> memory.getValue();
    };
  }

  private void drawEmptyText(GraphicsContext context) {
    context.setFill(text());
    context.setTextAlign(TextAlignment.CENTER);
    context.setTextBaseline(VPos.CENTER);
    context.fillText(emptyText, Math.rint(getWidth() / 2), Math.rint(getHeight() / 2));
  }

  private void resizeCanvas() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    redraw();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  private StyleableProperty<Paint> paint(
      String property, java.util.function.Function<LiveCanvas, StyleableProperty<Paint>> getter) {
    return FACTORY.createStyleablePaintProperty(
        this, property.substring(1), property, getter, Color.GRAY);
  }
}
