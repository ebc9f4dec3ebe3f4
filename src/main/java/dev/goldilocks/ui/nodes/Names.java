package dev.goldilocks.ui.nodes;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** Shows the items of a combo box by their names. */
public final class Names {

  private Names() {}

  /** Sets how items are named in the box and in its list. */
  public static <T> void set(ComboBox<T> box, Function<T, String> name) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : name.apply(item);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.setButtonCell(new NameCell<>(name, box));
  }

  private static final class NameCell<T> extends ListCell<T> {

    private final Function<T, String> name;
    private final ComboBox<T> box;

    NameCell(Function<T, String> name, ComboBox<T> box) {
      this.name = name;
      this.box = box;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? box.getPromptText() : name.apply(item));
    }
  }
}
