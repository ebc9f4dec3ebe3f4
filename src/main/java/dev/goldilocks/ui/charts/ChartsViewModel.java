package dev.goldilocks.ui.charts;

import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which chart of some runs is shown, and what a picture of it is asked for. */
public final class ChartsViewModel {

  private final ReadOnlyObjectWrapper<Optional<Comparison>> runs =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Comparison>> drawn =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<ChartKind>> kinds =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<ChartKind> kind = new SimpleObjectProperty<>(ChartKind.SPEED);
  private final BooleanProperty everyDraftTokens = new SimpleBooleanProperty(false);
  private final PictureViewModel picture;

  public ChartsViewModel(Texts texts) {
    picture = new PictureViewModel(texts);
    kind.subscribe(this::choose);
    everyDraftTokens.subscribe(this::choose);
  }

  /** Draws these runs; empty for none. A kind that has nothing to say of them gives way. */
  public void show(Optional<Comparison> comparison) {
    runs.set(comparison);
    kinds.set(comparison.map(ChartKind::toldBy).orElse(List.of()));
    picture.forget();
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

  /** What a picture of them is asked for. */
  public PictureViewModel picture() {
    return picture;
  }

  /** A name for a file with that picture, without its ending. */
  public String fileName() {
    return switch (picture.extentProperty().get()) {
      case CHART, COLUMN -> kind.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
      case PAGE -> "comparison";
    };
  }
}
