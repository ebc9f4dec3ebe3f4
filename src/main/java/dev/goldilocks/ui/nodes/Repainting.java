package dev.goldilocks.ui.nodes;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Keeps what must be painted anew small. */
public final class Repainting {

  private Repainting() {}

  /**
   * Paints only what changed inside a scroll pane. Its skin caches the viewport as one picture, so
   * that one changed label has the whole page painted again: four fifths of what watching a run
   * cost (the program {@code WindowCost}), on cores that the run is timed on.
   */
  public static void onlyWhatChanged(ScrollPane pane) {
    pane.skinProperty()
        .subscribe(
            skin -> {
              if (skin != null) {
                for (Node part : pane.lookupAll(".viewport")) {
                  part.setCache(false);
                }
              }
            });
  }
}
