package dev.goldilocks.ui.setup;

import dev.goldilocks.ui.text.FigureFormat;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number as it is typed: its text, what it stands for, and what is wrong with it. */
public final class EnteredNumber {

  private final FigureFormat figures;
  private final Predicate<BigDecimal> range;
  private final String advice;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<BigDecimal> value = Optional.empty();

  /**
   * @param range which numbers are good
   * @param advice what to give instead of one that is not, in one sentence
   * @param first a good number to begin with
   */
  EnteredNumber(
      FigureFormat figures, Predicate<BigDecimal> range, String advice, BigDecimal first) {
    this.figures = figures;
    this.range = range;
    this.advice = advice;
    text.addListener(_ -> read());
    set(first);
  }

  /** What is typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** What is wrong with it, and what to give instead; empty when it is good. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The number; empty while what is typed is none, or not a good one. */
  Optional<BigDecimal> value() {
    return value;
  }

  /** Writes a number in place of what was typed. */
  void set(BigDecimal number) {
    text.set(figures.exact(number));
  }

  private void read() {
    value = figures.read(text.get()).filter(range);
    problem.set(value.isPresent() ? "" : advice);
  }
}
