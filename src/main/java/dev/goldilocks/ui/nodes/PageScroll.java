package dev.goldilocks.ui.nodes;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;

/**
 * Scrolls a page down. Is in the state {@code barred} while its scroll bar takes width from the
 * content, so that the style can take the same from the margin and nothing moves when the bar
 * comes.
 */
public final class PageScroll extends ScrollPane {

  private static final PseudoClass BARRED = PseudoClass.getPseudoClass("barred");

  public PageScroll() {
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("page-scroll");
    viewportBoundsProperty().subscribe(this::look);
  }

  private void look(Bounds viewport) {
    pseudoClassStateChanged(BARRED, viewport.getWidth() + 1 < getWidth());
  }
}
