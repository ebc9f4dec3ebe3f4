package dev.goldilocks.ui.nodes;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/**
 * Binds a spinner to a whole number of a view model. What is typed counts when the field is left or
 * Enter is pressed; what is no number brings the last one back, and what is out of range the
 * nearest end.
 */
public final class WholeNumbers {

  private final IntegerSpinnerValueFactory values;
  private final Spinner<Integer> spinner;
  private final ObjectProperty<Integer> number;

  /**
   * @param number lies between {@code least} and {@code most}
   */
  public WholeNumbers(Spinner<Integer> spinner, IntegerProperty number, int least, int most) {
    this.spinner = spinner;
    // A binding to this property holds it weakly: without the field it would stop one day.
    this.number = number.asObject();
    values = new IntegerSpinnerValueFactory(least, most, number.get());
    values.setConverter(new Converter());
    values.valueProperty().bindBidirectional(this.number);
    spinner.setValueFactory(values);
    spinner
        .getEditor()
        .prefColumnCountProperty()
        .bind(Bindings.createIntegerBinding(() -> Integer.toString(values.getMax()).length()));
  }

  /** Changes the largest number. */
  public void setMost(int most) {
    values.setMax(most);
  }

  /** Takes what is being typed. */
  public void commit() {
    spinner.commitValue();
  }

  private final class Converter extends StringConverter<Integer> {

    @Override
    public String toString(Integer value) {
      return value == null ? "" : Integer.toString(value);
    }

    @Override
    public Integer fromString(String text) {
      try {
        return Math.clamp(Long.parseLong(text.strip()), values.getMin(), values.getMax());
      } catch (NumberFormatException _) {
        return number.get();
      }
    }
  }
}
