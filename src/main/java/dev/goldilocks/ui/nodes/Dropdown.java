package dev.goldilocks.ui.nodes;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;

/** Something that opens beside a button, and goes with Escape or when people look elsewhere. */
public final class Dropdown extends PopupControl {

  private static final double GAP = 4;

  private final Region content;

  /**
   * @param content takes the style class {@code dropdown}
   */
  public Dropdown(Region content) {
    this.content = content;
    content.getStyleClass().add("dropdown");
    setAutoHide(true);
    setHideOnEscape(true);
    setSkin(new Content());
  }

  /** Shows it below a button, and moves the keyboard into it. */
  public void showBelow(Button anchor, Node firstFocus) {
    Bounds bounds = anchor.localToScreen(anchor.getLayoutBounds());
    setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
    show(anchor, bounds.getMinX(), bounds.getMaxY() + GAP);
    firstFocus.requestFocus();
  }

  /** Shows it above a button, for one at the window's lower end. See {@link #showBelow}. */
  public void showAbove(Button anchor, Node firstFocus) {
    Bounds bounds = anchor.localToScreen(anchor.getLayoutBounds());
    setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
    show(anchor, bounds.getMinX(), bounds.getMinY() - GAP);
    firstFocus.requestFocus();
  }

  private final class Content implements Skin<Dropdown> {

    @Override
    public Dropdown getSkinnable() {
      return Dropdown.this;
    }

    @Override
    public Node getNode() {
      return content;
    }

    @Override
    public void dispose() {
      // Nothing is bound to the popup.
    }
  }
}
