package dev.goldilocks.chart;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Prediction;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUpText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The speedup over K, a line for each run, with what makes it under it: acceptance over K. */
final class OverDraftTokensDrawing {

  private final DrawnRuns drawn;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartTexts texts;

  OverDraftTokensDrawing(DrawnRuns drawn) {
    this.drawn = drawn;
    this.palette = drawn.palette();
    this.figures = drawn.figures();
    this.notes = drawn.notes();
    this.texts = drawn.texts();
  }

  Drawing drawing() {
    SeriesPanel.Content speedups =
        overDraftTokens(
            texts.of("speedup.unit"), this::factorTick, OptionalDouble.of(1), this::speedupAt);
    List<String> remarks = new ArrayList<>();
    if (speedups.isPredicted()) {
      remarks.add(texts.of("over.k.predicted"));
    }
    drawn.coloured().mapToObj(this::bestOf).forEach(remarks::add);
    drawn.coloured().boxed().flatMap(this::policiesOf).forEach(remarks::add);
    remarks.addAll(drawn.notDrawn());
    return new SeriesChart(
        new SeriesChart.Content(
            drawn.titleOfTheTarget("over.k.title"),
            texts.of("over.k.text"),
            texts.of("over.k.axis"),
            speedups,
            Stream.of(
                    overDraftTokens(
                        texts.of("acceptance.axis"),
                        drawn::percentTick,
                        OptionalDouble.empty(),
                        this::acceptanceAt),
                    overDraftTokens(
                        texts.of("length.axis"),
                        figures::decimal,
                        OptionalDouble.empty(),
                        this::acceptanceLengthAt))
                .filter(OverDraftTokensDrawing::isTold)
                .toList(),
            drawn.footnotes(remarks)),
        palette,
        texts);
  }

  private SeriesPanel.Content overDraftTokens(
      String valueAxis,
      BarPlot.TickText tick,
      OptionalDouble reference,
      BiFunction<Integer, Comparison.Group, SeriesPanel.Point> point) {
    List<SeriesPanel.Series> series =
        drawn
            .coloured()
            .mapToObj(
                run ->
                    new SeriesPanel.Series(
                        notes.name(run),
                        // A K that is not known has no place over K.
                        drawn.groups(run).stream()
                            .flatMap(
                                group ->
                                    place(group).stream()
                                        .mapToObj(place -> point.apply(place, group)))
                            .toList()))
            .toList();
    double[] extent =
        DoubleStream.concat(
                reference.stream(),
                series.stream()
                    .flatMap(line -> line.points().stream())
                    .flatMapToDouble(SeriesPanel.Point::extent))
            .sorted()
            .toArray();
    double highest = extent.length == 0 ? 0 : extent[extent.length - 1];
    LinearScale scale =
        reference.isPresent()
            ? LinearScale.around(extent[0], highest, 6)
            : LinearScale.around(0, highest > 0 ? highest : 1, 4);
    return new SeriesPanel.Content(
        valueAxis, scale, tick, reference, policyNames(), series, SeriesPanel.Placement.APART);
  }

  /** Where the figures of a K or policy stand: policies after the largest K. */
  private OptionalInt place(Comparison.Group group) {
    OptionalInt fixed = group.result().draftTokens();
    if (fixed.isPresent()) {
      return fixed;
    }
    int policy = group.result().length().map(policies()::indexOf).orElse(-1);
    return policy < 0 ? OptionalInt.empty() : OptionalInt.of(firstPolicy() + policy);
  }

  private int firstPolicy() {
    return 1
        + drawnGroups()
            .flatMapToInt(group -> group.result().draftTokens().stream())
            .max()
            .orElse(0);
  }

  private List<DraftLength> policies() {
    return drawnGroups()
        .flatMap(group -> group.result().length().stream())
        .filter(DraftLength::isAdaptive)
        .distinct()
        .sorted()
        .toList();
  }

  private Map<Integer, String> policyNames() {
    List<DraftLength> policies = policies();
    return IntStream.range(0, policies.size())
        .boxed()
        .collect(
            Collectors.toMap(
                index -> firstPolicy() + index, index -> policies.get(index).shortLabel()));
  }

  private Stream<Comparison.Group> drawnGroups() {
    return drawn.coloured().boxed().flatMap(run -> drawn.groups(run).stream());
  }

  private static boolean isTold(SeriesPanel.Content panel) {
    return panel.series().stream()
        .flatMap(line -> line.points().stream())
        .anyMatch(point -> Double.isFinite(point.figure().value()));
  }

  private SeriesPanel.Point speedupAt(int place, Comparison.Group group) {
    Interval speedup = group.result().speedup();
    double predicted =
        RoundDrawings.prediction(group.result()).map(Prediction::withOverhead).orElse(Double.NaN);
    String measured =
        figures.factor(speedup.value()) + ", " + notes.interval(group).replace("\n", ", ");
    String words =
        Double.isFinite(predicted)
            ? texts.of("over.k.point", measured, figures.factor(predicted))
            : measured;
    return new SeriesPanel.Point(place, speedup, predicted, words);
  }

  private SeriesPanel.Point acceptanceAt(int draftTokens, Comparison.Group group) {
    RunResult result = group.result();
    return drawn.point(
        draftTokens,
        result.acceptanceRate(),
        result.intervals().acceptanceRate(),
        result,
        figures::percent);
  }

  private SeriesPanel.Point acceptanceLengthAt(int draftTokens, Comparison.Group group) {
    RunResult result = group.result();
    return drawn.point(
        draftTokens,
        result.meanAcceptanceLength(),
        result.intervals().meanAcceptanceLength(),
        result,
        figures::number);
  }

  private String factorTick(double factor, int fractionDigits) {
    return figures.decimal(factor, fractionDigits) + "×";
  }

  private String bestOf(int run) {
    String figure =
        drawn
            .fastest(run)
            .map(best -> best(run, best))
            .orElseGet(() -> texts.of("over.k.none", notes.name(run)));
    String own = notes.ownSetUp(run);
    return figure + (own.isEmpty() ? "" : ". " + own) + ".";
  }

  private String best(int run, Comparison.Group best) {
    String speedup = figures.factor(best.result().speedup().value());
    String interval = notes.interval(best).replace("\n", ", ");
    return best.result().length().isPresent()
        ? texts.of(
            "over.k.best", notes.name(run), speedup, SetUpText.draftTokens(best.result()), interval)
        : texts.of("over.k.best.unknown", notes.name(run), speedup, interval);
  }

  /** A policy's K varies: what it drafted is told in words. */
  private Stream<String> policiesOf(int run) {
    return drawn.groups(run).stream()
        .filter(group -> group.result().length().filter(DraftLength::isAdaptive).isPresent())
        .map(
            group ->
                texts.of(
                    "over.k.policy",
                    notes.name(run),
                    SetUpText.draftTokens(group.result()),
                    figures.factor(group.result().speedup().value()),
                    notes.interval(group).replace("\n", ", "),
                    figures.number(group.result().meanDraftTokens())));
  }
}
