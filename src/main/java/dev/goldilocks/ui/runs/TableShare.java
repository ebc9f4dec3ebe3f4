package dev.goldilocks.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

/**
 * Gives a table the height that its rows need, and what is under it the rest; a long table gets its
 * usual share of the height. Once people have moved the divider, it is theirs.
 */
final class TableShare {

  /** Share of the height that a long table gets. */
  static final double USUAL = 0.43;

  /** Pixels of the table's borders and of the half of the divider that counts to its part. */
  private static final double BESIDES = 8;

  private TableShare() {}

  /**
   * @param split the table above, something else below
   */
  static void follow(SplitPane split, TableView<?> table) {
    Subscription following =
        Bindings.createDoubleBinding(
                () -> of(table.getItems().size(), table.getFixedCellSize(), split.getHeight()),
                Bindings.size(table.getItems()),
                table.fixedCellSizeProperty(),
                split.heightProperty())
            .subscribe(share -> split.setDividerPositions(share.doubleValue()));
    split.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (event.getTarget() instanceof Node node
              && node.getStyleClass().contains("split-pane-divider")) {
            following.unsubscribe();
          }
        });
  }

  /**
   * The table's share of a height.
   *
   * @param rows how many it has
   * @param row height of one, as high as the header; negative while not known
   * @param height in pixels of both parts; 0 before they are laid out
   * @return 0 to {@link #USUAL}
   */
  static double of(int rows, double row, double height) {
    if (row <= 0 || height <= 0) {
      return USUAL;
    }
    return Math.min(USUAL, ((rows + 1) * row + BESIDES) / height);
  }
}
