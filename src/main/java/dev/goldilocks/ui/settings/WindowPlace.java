package dev.goldilocks.ui.settings;

/**
 * Where the window stood.
 *
 * @param x left edge on the screens' plane
 * @param y top edge
 * @param width outer width, over 0
 * @param height outer height, over 0
 * @param extent whether it filled the screen; the other figures are then those from before
 */
public record WindowPlace(double x, double y, double width, double height, Extent extent) {

  /** How much of the screen a window takes. */
  public enum Extent {
    WINDOW,
    MAXIMISED
  }
}
