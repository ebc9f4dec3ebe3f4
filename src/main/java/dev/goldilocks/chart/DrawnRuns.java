package dev.goldilocks.chart;

import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * The runs of a comparison as every drawing of them sees them, and the words that it says of them.
 *
 * @param notes what is said of them under every chart
 */
record DrawnRuns(
    Comparison comparison,
    ChartStyle style,
    FigureText figures,
    ChartTexts texts,
    ChartNotes notes) {

  static DrawnRuns of(Comparison comparison, ChartStyle style) {
    FigureText figures = new FigureText(style.locale());
    ChartTexts texts = new ChartTexts(style.locale());
    return new DrawnRuns(
        comparison, style, figures, texts, new ChartNotes(comparison, figures, texts));
  }

  /** The colours of the style. */
  ChartPalette palette() {
    return style.palette();
  }

  /** The figures of a run, a group for each K. */
  List<Comparison.Group> groups(int run) {
    return comparison.groups().stream().filter(group -> group.run() == run).toList();
  }

  /** The group of a run with the highest speedup; empty when none has one. */
  Optional<Comparison.Group> fastest(int run) {
    return groups(run).stream()
        .filter(group -> Double.isFinite(group.result().speedup().value()))
        .max(Comparator.comparingDouble(group -> group.result().speedup().value()));
  }

  /** Where a group's figures come from. */
  Provenance provenance(Comparison.Group group) {
    return comparison.runs().get(group.run()).provenance();
  }

  /** A remark that names the runs without a colour of their own; none when all have one. */
  List<String> notDrawn() {
    List<String> left =
        IntStream.range((int) coloured().count(), comparison.runs().size())
            .mapToObj(notes::name)
            .toList();
    return left.isEmpty() ? List.of() : List.of(texts.of("not.drawn", String.join(", ", left)));
  }

  /** A share at a tick of an axis whose ticks have that many digits after the point. */
  String percentTick(double share, int fractionDigits) {
    return figures.decimal(share * 100, Math.max(0, fractionDigits - 2)) + " %";
  }

  /** A title with the target in it, where all runs are of one. */
  String titleOfTheTarget(String key) {
    SetUpText setUps = new SetUpText(style.locale());
    List<String> targets =
        comparison.runs().stream()
            .map(run -> setUps.value(SetUpPart.TARGET, run))
            .distinct()
            .toList();
    return targets.size() == 1 ? texts.of(key + ".target", targets.getFirst()) : texts.of(key);
  }

  /** What stands under a chart, after remarks of its own. */
  List<String> footnotes(List<String> remarks) {
    return notes.footnotes(remarks, style.foot());
  }

  /** A figure with its interval, or why it has none. */
  SeriesPanel.Point point(
      int index, double figure, Ends ends, RunResult result, DoubleFunction<String> text) {
    String words =
        text.apply(figure)
            + ", "
            + (ends.areKnown()
                ? texts.of("interval.range", text.apply(ends.low()), text.apply(ends.high()))
                : notes.withoutInterval(result));
    return new SeriesPanel.Point(
        index, new Interval(figure, ends.low(), ends.high(), 0), Double.NaN, words);
  }

  /** How a mark is filled: hollow where its figures are not a measurement of real texts. */
  static RangePlot.Fill fill(Provenance provenance) {
    return switch (provenance) {
      case MEASURED, CANCELLED, RECOVERED -> RangePlot.Fill.SOLID;
      case REPORTED, TIMING_ONLY -> RangePlot.Fill.HOLLOW;
    };
  }

  /** The runs, as indices, that have a colour of their own where each is a line or mark. */
  IntStream coloured() {
    return IntStream.range(0, Math.min(comparison.runs().size(), ChartPalette.MOST_SERIES));
  }
}
