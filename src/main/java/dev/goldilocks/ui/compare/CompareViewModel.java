package dev.goldilocks.ui.compare;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.charts.ChartsViewModel;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Which runs are compared, and how. */
public final class CompareViewModel {

  /** Runs that are warned of in full: more would leave no room for what is compared. */
  private static final int MOST_WARNINGS = 3;

  private final RunLibrary library;
  private final Background background;
  private final Texts texts;
  private final SetUpText setUps;

  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ChartsViewModel charts;
  private final BooleanProperty allRows = new SimpleBooleanProperty(false);
  private List<String> asked = List.of();

  public CompareViewModel(RunLibrary library, Background background, Texts texts) {
    this.library = library;
    this.background = background;
    this.texts = texts;
    this.setUps = new SetUpText(texts.locale());
    this.charts = new ChartsViewModel(texts);
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

  /** The charts of the runs. */
  public ChartsViewModel charts() {
    return charts;
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

  /** Whether rows of the set-up are shown in which the runs are alike. */
  public BooleanProperty allRowsProperty() {
    return allRows;
  }

  private void load(List<String> ids) {
    asked = List.copyOf(ids);
    problem.set("");
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
    charts.show(compared);
    warning.set(compared.map(this::warning).orElse(""));
  }

  private String warning(Comparison compared) {
    List<String> sentences =
        compared.mismatches().stream().map(mismatch -> mismatch(compared, mismatch.run())).toList();
    int more = sentences.size() - MOST_WARNINGS;
    return more <= 0
        ? String.join("\n", sentences)
        : Stream.concat(
                sentences.stream().limit(MOST_WARNINGS),
                Stream.of(texts.of("compare.mismatch.more", more)))
            .collect(Collectors.joining("\n"));
  }

  /** Why a run cannot be held against the first; empty when it can. */
  public String mismatch(Comparison compared, int run) {
    List<String> reasons = setUps.reasonsAgainst(compared, run);
    return reasons.isEmpty()
        ? ""
        : texts.of(
            "compare.mismatch",
            compared.runs().get(run).name(),
            compared.runs().getFirst().name(),
            String.join(", ", reasons));
  }
}
