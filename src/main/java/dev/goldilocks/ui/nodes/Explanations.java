package dev.goldilocks.ui.nodes;

import dev.goldilocks.runs.Definition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/**
 * Says what figures mean: in a tooltip, to screen readers, and, for whoever uses the keyboard, of
 * all figures around the focus at once.
 */
public final class Explanations {

  private static final Object KEY = Explanations.class;
  private static final double WIDTH = 420;

  private final Locale locale;

  /**
   * @param locale whose words
   */
  public Explanations(Locale locale) {
    this.locale = locale;
  }

  /** Explains what a control shows, or names. */
  public void explain(Control control, Definition... figures) {
    List<Definition> all = List.of(figures);
    String text = text(all);
    control.getProperties().put(KEY, all);
    control.setTooltip(tooltip(text));
    control.setAccessibleHelp(text);
  }

  /** Explains the figures of a column in its head. */
  public void explain(TableColumn<?, ?> column, Definition... figures) {
    // The column's own text stays, for menus that list the columns; the style sheet hides it.
    Label head = new Label(column.getText());
    head.getStyleClass().add("explained-head");
    explain(head, figures);
    column.setGraphic(head);
    column.getStyleClass().add("explained");
  }

  /** What a node explains; nothing when it explains nothing. */
  public static List<Definition> of(Node node) {
    return node.getProperties().get(KEY) instanceof List<?> figures
        ? figures.stream().map(Definition.class::cast).toList()
        : List.of();
  }

  /**
   * Shows what the figures mean that stand around the focus: in the smallest part of the window
   * that has the focus and any figure. Escape, or a press of the mouse, takes it away.
   */
  public void showAround(Scene scene) {
    Node focused = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
    Node part = focused;
    List<Definition> figures = within(part);
    while (figures.isEmpty() && part.getParent() != null) {
      part = part.getParent();
      figures = within(part);
    }
    if (!figures.isEmpty()) {
      Tooltip shown = tooltip(text(figures));
      shown.setAutoHide(true);
      shown.setHideOnEscape(true);
      shown.getStyleClass().add("explanations");
      Bounds bounds = focused.localToScreen(focused.getBoundsInLocal());
      shown.show(focused, bounds.getMinX(), bounds.getMinY());
    }
  }

  private static List<Definition> within(Node node) {
    Set<Definition> figures = new LinkedHashSet<>();
    collect(node, figures);
    return new ArrayList<>(figures);
  }

  private static void collect(Node node, Set<Definition> figures) {
    if (!node.isVisible()) {
      return;
    }
    figures.addAll(of(node));
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, figures));
    }
  }

  private String text(List<Definition> figures) {
    return figures.stream()
        .map(figure -> figure.title(locale) + ": " + figure.meaning(locale))
        .collect(Collectors.joining("\n\n"));
  }

  private static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDTH);
    tooltip.setShowDuration(Duration.INDEFINITE);
    return tooltip;
  }
}
