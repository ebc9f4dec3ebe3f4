package dev.goldilocks.ui.charts;

import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which chart of some runs is shown, and what a picture of it is asked for. */
public final class ChartsViewModel {

  private final Texts texts;
  private final ReadOnlyObjectWrapper<Optional<Comparison>> runs =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Comparison>> drawn =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<ChartKind>> kinds =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<ChartKind> kind = new SimpleObjectProperty<>(ChartKind.SPEED);
  private final BooleanProperty everyDraftTokens = new SimpleBooleanProperty(false);
  private final ObjectProperty<PictureExtent> extent =
      new SimpleObjectProperty<>(PictureSpec.USUAL.extent());
  private final ObjectProperty<Integer> scale =
      new SimpleObjectProperty<>(PictureSpec.USUAL.scale());
  private final ObjectProperty<ColorScheme> colours =
      new SimpleObjectProperty<>(PictureSpec.USUAL.colours());
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public ChartsViewModel(Texts texts) {
    this.texts = texts;
    kind.subscribe(this::choose);
    everyDraftTokens.subscribe(this::choose);
  }

  /** Draws these runs; empty for none. A kind that has nothing to say of them gives way. */
  public void show(Optional<Comparison> comparison) {
    runs.set(comparison);
    kinds.set(comparison.map(ChartKind::toldBy).orElse(List.of()));
    done.set("");
    problem.set("");
    if (!kinds.get().isEmpty() && !kinds.get().contains(kind.get())) {
      kind.set(kinds.get().getFirst());
    }
    choose();
  }

  private void choose() {
    boolean isWhole = everyDraftTokens.get() || kind.get().choosesDraftTokens();
    drawn.set(isWhole ? runs.get() : runs.get().map(Comparison::atFastest));
  }

  /** The runs, with all of their figures. */
  public ReadOnlyObjectProperty<Optional<Comparison>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /** The runs with the figures that are drawn. */
  public ReadOnlyObjectProperty<Optional<Comparison>> drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** The kinds of chart that have something to say. */
  public ReadOnlyObjectProperty<List<ChartKind>> kindsProperty() {
    return kinds.getReadOnlyProperty();
  }

  /** The kind of chart that is shown. */
  public ObjectProperty<ChartKind> kindProperty() {
    return kind;
  }

  /** Whether runs at several K are drawn at each of them, or at the fastest alone. */
  public BooleanProperty everyDraftTokensProperty() {
    return everyDraftTokens;
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
  public PictureSpec picture() {
    return new PictureSpec(extent.get(), scale.get(), colours.get());
  }

  /** A name for a file with that picture, without its ending. */
  public String fileName() {
    return switch (extent.get()) {
      case CHART, COLUMN -> kind.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
      case PAGE -> "comparison";
    };
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

  /** What became of the last picture; empty before the first. */
  public ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** Why there is no picture, in one sentence; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
