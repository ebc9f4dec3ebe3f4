package dev.goldilocks.ui.nodes;

import java.util.Map;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Binds a group of buttons, of which one is always down, to a choice. */
public final class Choice {

  private Choice() {}

  /**
   * Keeps group and choice the same.
   *
   * @param values what each button stands for
   */
  public static <T> void bind(ToggleGroup group, Property<T> choice, Map<ToggleButton, T> values) {
    choice.subscribe(
        chosen ->
            values.forEach(
                (button, value) -> {
                  if (value.equals(chosen)) {
                    group.selectToggle(button);
                  }
                }));
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now instanceof ToggleButton button) {
                choice.setValue(values.get(button));
              } else {
                group.selectToggle(before);
              }
            });
  }
}
