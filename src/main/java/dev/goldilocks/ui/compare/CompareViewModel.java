package dev.goldilocks.ui.compare;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which runs are compared, and how. */
public final class CompareViewModel {

  private final RunLibrary library;
  private final Background background;
  private final Texts texts;

  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper exported = new ReadOnlyStringWrapper("");
  private final ObjectProperty<ChartKind> kind = new SimpleObjectProperty<>(ChartKind.SPEED);
  private final BooleanProperty allRows = new SimpleBooleanProperty(false);
  private List<String> asked = List.of();

  public CompareViewModel(RunLibrary library, Background background, Texts texts) {
    this.library = library;
    this.background = background;
    this.texts = texts;
  }

  /** Reads runs and compares them, in this order. */
  public void show(List<RunSummary> runs) {
    load(runs.stream().map(RunSummary::id).toList());
  }

  /** Takes one run out of the comparison. */
  public void remove(String id) {
    List<String> left = new ArrayList<>(asked);
    left.remove(id);
    load(left);
  }

  /** Says what became of an exported chart. */
  public void exportedTo(String file) {
    problem.set("");
    exported.set(texts.of("compare.exported", file));
  }

  /** Says why a chart could not be exported. */
  public void exportFailed(String sentence) {
    exported.set("");
    problem.set(sentence);
  }

  /** The runs side by side; empty while there are none. */
  public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** Which runs cannot be held against the first, and why; empty when all can. */
  public ReadOnlyStringProperty warningProperty() {
    return warning.getReadOnlyProperty();
  }

  /** What went wrong, in one sentence; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Where the chart was exported to; empty before. */
  public ReadOnlyStringProperty exportedProperty() {
    return exported.getReadOnlyProperty();
  }

  /** What the chart shows. */
  public ObjectProperty<ChartKind> kindProperty() {
    return kind;
  }

  /** Whether rows of the set-up are shown in which the runs are alike. */
  public BooleanProperty allRowsProperty() {
    return allRows;
  }

  private void load(List<String> ids) {
    asked = List.copyOf(ids);
    problem.set("");
    exported.set("");
    if (asked.isEmpty()) {
      display(Optional.empty());
      return;
    }
    List<String> wanted = asked;
    background.load(
        () -> {
          List<RunRecord> records = wanted.stream().map(library::read).toList();
          return Comparison.of(records);
        },
        compared -> {
          if (wanted.equals(asked)) {
            display(Optional.of(compared));
          }
        },
        problem::set);
  }

  private void display(Optional<Comparison> compared) {
    comparison.set(compared);
    warning.set(compared.map(this::warning).orElse(""));
  }

  private String warning(Comparison compared) {
    return compared.mismatches().stream()
        .map(
            mismatch ->
                texts.of(
                    "compare.mismatch",
                    compared.runs().get(mismatch.run()).name(),
                    compared.runs().getFirst().name(),
                    String.join(", ", mismatch.reasons())))
        .collect(Collectors.joining("\n"));
  }
}
