package dev.goldilocks.ui.nodes;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Takes nodes off the page, space included, while they have nothing to say. */
public final class Presence {

  private Presence() {}

  /** Shows a node only while a condition holds. */
  public static void bind(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  /** Shows a label only while it has a text. */
  public static void bindToText(Label label) {
    bind(label, label.textProperty().isNotEmpty());
  }
}
