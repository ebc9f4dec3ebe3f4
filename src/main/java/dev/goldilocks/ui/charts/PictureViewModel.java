package dev.goldilocks.ui.charts;

import dev.goldilocks.ui.text.Texts;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What a picture of a chart is asked for, and what became of the last one. */
public final class PictureViewModel {

  private final Texts texts;
  private final ObjectProperty<PictureExtent> extent =
      new SimpleObjectProperty<>(PictureSpec.USUAL.extent());
  private final ObjectProperty<Integer> scale =
      new SimpleObjectProperty<>(PictureSpec.USUAL.scale());
  private final ObjectProperty<ColorScheme> colours =
      new SimpleObjectProperty<>(PictureSpec.USUAL.colours());
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public PictureViewModel(Texts texts) {
    this.texts = texts;
  }

  /** How much a picture holds. */
  public ObjectProperty<PictureExtent> extentProperty() {
    return extent;
  }

  /** Pixels of a picture for each of the chart. */
  public ObjectProperty<Integer> scaleProperty() {
    return scale;
  }

  /** Colours of a picture. */
  public ObjectProperty<ColorScheme> coloursProperty() {
    return colours;
  }

  /** The picture that is asked for. */
  public PictureSpec spec() {
    return new PictureSpec(extent.get(), scale.get(), colours.get());
  }

  /** Says that a picture is in a file. */
  public void saved(String file) {
    tell(texts.of("picture.saved", file));
  }

  /** Says that a picture is in the clipboard. */
  public void copied() {
    tell(texts.of("picture.copied"));
  }

  private void tell(String sentence) {
    problem.set("");
    done.set(sentence);
  }

  /** Says why there is no picture. */
  public void failed(String sentence) {
    done.set("");
    problem.set(sentence);
  }

  /** Says nothing more of pictures of what was shown before. */
  public void forget() {
    tell("");
  }

  /** What became of the last picture; empty before the first. */
  public ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** Why there is no picture, in one sentence; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
