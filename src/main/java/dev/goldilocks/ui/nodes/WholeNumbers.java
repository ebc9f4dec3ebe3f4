package dev.goldilocks.ui.nodes;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/**
 * Binds a spinner to a whole number of a view model. What is typed counts when the field is left or
 * Enter is pressed; what is no number brings the last one back, what is out of range the nearest
 * end, and both are told beside the field until something else is entered.
 */
public final class WholeNumbers {

  private final IntegerSpinnerValueFactory values;
  private final Spinner<Integer> spinner;
  private final ObjectProperty<Integer> number;
  private final ReadOnlyStringWrapper correction = new ReadOnlyStringWrapper("");
  private final Correction sentence;
  private int corrected;

  /** Says what became of a text that could not be taken as it was. */
  @FunctionalInterface
  public interface Correction {
    /**
     * One sentence.
     *
     * @param typed the text
     * @param least the smallest number that would have been good
     * @param most the largest
     * @param taken what stands there now
     */
    String of(String typed, int least, int most, int taken);
  }

  /**
   * @param number lies between {@code least} and {@code most}
   */
  public WholeNumbers(
      Spinner<Integer> spinner, IntegerProperty number, int least, int most, Correction sentence) {
    this.spinner = spinner;
    this.sentence = sentence;
    // A binding to this property holds it weakly: without the field it would stop one day.
    this.number = number.asObject();
    values = new IntegerSpinnerValueFactory(least, most, number.get());
    values.setConverter(new Converter());
    values.valueProperty().bindBidirectional(this.number);
    spinner.setValueFactory(values);
    this.number.addListener((_, _, now) -> forgetUnlessOf(now));
    spinner.getEditor().addEventHandler(KeyEvent.KEY_PRESSED, WholeNumbers::endCopy);
    spinner
        .getEditor()
        .prefColumnCountProperty()
        .bind(Bindings.createIntegerBinding(() -> Integer.toString(values.getMax()).length()));
  }

  /**
   * A spinner hands its keys to its field as copies and keeps Enter for itself too: what listens
   * for it, with Ctrl for example, would hear it twice.
   */
  private static void endCopy(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER) {
      key.consume();
    }
  }

  /** Changes the largest number. */
  public void setMost(int most) {
    values.setMax(most);
  }

  /** What became of the last text, if it could not be taken as it was; empty otherwise. */
  public ReadOnlyStringProperty correctionProperty() {
    return correction.getReadOnlyProperty();
  }

  /** Takes what is being typed. */
  public void commit() {
    spinner.commitValue();
  }

  /** What was said of a number does not hold for the next one. */
  private void forgetUnlessOf(int now) {
    if (now != corrected) {
      correction.set("");
    }
  }

  private final class Converter extends StringConverter<Integer> {

    @Override
    public String toString(Integer value) {
      return value == null ? "" : Integer.toString(value);
    }

    @Override
    public Integer fromString(String text) {
      String typed = text.strip();
      int taken = nearest(typed);
      correction.set(
          typed.equals(Integer.toString(taken))
              ? ""
              : sentence.of(typed, values.getMin(), values.getMax(), taken));
      corrected = taken;
      // A number that stays as it was changes nothing, and would leave the text as it was typed.
      spinner.getEditor().setText(toString(taken));
      return taken;
    }

    private int nearest(String typed) {
      try {
        return Math.clamp(Long.parseLong(typed), values.getMin(), values.getMax());
      } catch (NumberFormatException _) {
        return number.get();
      }
    }
  }
}
