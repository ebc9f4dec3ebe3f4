package dev.goldilocks.ui.runs;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;

/** A figure, written in a way of its own, right-aligned so that digits stand below each other. */
final class FigureCell<S, T> extends TableCell<S, T> {

  private final Function<T, String> text;

  FigureCell(Function<T, String> text) {
    this.text = text;
    setAlignment(Pos.CENTER_RIGHT);
  }

  @Override
  protected void updateItem(T value, boolean empty) {
    super.updateItem(value, empty);
    setText(empty || value == null ? null : text.apply(value));
  }
}
