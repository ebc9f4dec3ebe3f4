package dev.goldilocks.chart;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Prediction;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what each kind of chart draws of a comparison, and in which words. */
final class ComparisonDrawings {

  private final Comparison comparison;
  private final ChartStyle style;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartTexts texts;

  ComparisonDrawings(Comparison comparison, ChartStyle style) {
    this.comparison = comparison;
    this.style = style;
    this.palette = style.palette();
    this.figures = new FigureText(style.locale());
    this.texts = new ChartTexts(style.locale());
    this.notes = new ChartNotes(comparison, figures, texts);
  }

  /** The drawing of a kind of chart. */
  Drawing of(ChartKind kind) {
    return switch (kind) {
      case SPEED -> speed();
      case SPEEDUP -> speedup();
      case SPEEDUP_OVER_K -> speedupOverDraftTokens();
      case WATERFALL -> new RoundDrawings(comparison, style).waterfall();
      case LEDGER -> new RoundDrawings(comparison, style).ledger();
      case CATEGORIES -> categories();
      case ACCEPTANCE -> acceptance();
      case ACCEPTANCE_BY_POSITION -> acceptanceByPosition();
      case ACCEPTANCE_LENGTH -> acceptanceLength();
      case FIRST_TOKEN -> firstToken();
      case MEMORY -> memory();
    };
  }

  private Drawing speed() {
    List<BarPlot.Bar> bars =
        List.of(
            new BarPlot.Bar(
                BarMark.Kind.BASELINE,
                texts.of("baseline"),
                result -> result.baseline().decodeTokensPerSecond(),
                result -> result.intervals().baseline().decodeTokensPerSecond()),
            new BarPlot.Bar(
                BarMark.Kind.SPECULATIVE,
                texts.of("speculative"),
                result -> result.speculative().decodeTokensPerSecond(),
                result -> result.intervals().speculative().decodeTokensPerSecond()));
    BarPlot plot = bars(texts.of("speed.unit"), bars, figures::number, figures::decimal);
    return rows(
        titleOfTheTarget("speed.title"),
        texts.of("speed.text"),
        group -> new SpeedPlot.Speed(bars(group), range(group)),
        new SpeedPlot(plot, ranges(RangePlot.Axis.SHOWN), ranges(RangePlot.Axis.FIGURES_ONLY)),
        List.of(texts.of("whiskers")));
  }

  private Drawing speedup() {
    return rows(
        titleOfTheTarget("speedup.title"),
        texts.of("speedup.text"),
        this::range,
        ranges(RangePlot.Axis.SHOWN),
        List.of());
  }

  private Drawing acceptance() {
    return bars(
        texts.of("acceptance"),
        texts.of("acceptance.text"),
        texts.of("acceptance.unit"),
        new BarPlot.Bar(
            BarMark.Kind.SPECULATIVE,
            texts.of("acceptance"),
            RunResult::acceptanceRate,
            result -> result.intervals().acceptanceRate()),
        figures::percent,
        this::percentTick);
  }

  private Drawing acceptanceLength() {
    return bars(
        texts.of("length"),
        texts.of("length.text"),
        texts.of("length.unit"),
        new BarPlot.Bar(
            BarMark.Kind.SPECULATIVE,
            texts.of("length"),
            RunResult::meanAcceptanceLength,
            result -> result.intervals().meanAcceptanceLength()),
        figures::number,
        figures::decimal);
  }

  private Drawing firstToken() {
    List<BarPlot.Bar> bars =
        List.of(
            new BarPlot.Bar(
                BarMark.Kind.BASELINE,
                texts.of("baseline"),
                result -> result.baseline().timeToFirstTokenMs(),
                result -> result.intervals().baseline().timeToFirstTokenMs()),
            new BarPlot.Bar(
                BarMark.Kind.SPECULATIVE,
                texts.of("speculative"),
                result -> result.speculative().timeToFirstTokenMs(),
                result -> result.intervals().speculative().timeToFirstTokenMs()));
    return rows(
        texts.of("first"),
        texts.of("first.text"),
        this::bars,
        bars(texts.of("first.unit"), bars, figures::number, figures::decimal),
        List.of(texts.of("whiskers")));
  }

  private Drawing memory() {
    boolean isLarge = highest(result -> result.peakMemoryBytes() / 1e9) >= 1;
    double unit = isLarge ? 1e9 : 1e6;
    BarPlot.Bar bar =
        new BarPlot.Bar(
            BarMark.Kind.SPECULATIVE,
            texts.of("memory"),
            result -> result.peakMemoryBytes() == 0 ? Double.NaN : result.peakMemoryBytes() / unit,
            _ -> Ends.NONE);
    return rows(
        texts.of("memory"),
        texts.of("memory.text"),
        group -> new BarPlot.Bars(group.result(), provenance(group), texts.of("memory.once")),
        bars(isLarge ? "GB" : "MB", List.of(bar), figures::number, figures::decimal),
        List.of(texts.of("memory.reading")));
  }

  private Drawing bars(
      String title,
      String subtitle,
      String unit,
      BarPlot.Bar bar,
      DoubleFunction<String> text,
      BarPlot.TickText tick) {
    return rows(
        title,
        subtitle,
        this::bars,
        bars(unit, List.of(bar), text, tick),
        List.of(texts.of("whiskers")));
  }

  private BarPlot bars(
      String unit, List<BarPlot.Bar> bars, DoubleFunction<String> text, BarPlot.TickText tick) {
    double highest =
        bars.stream()
            .flatMap(
                bar ->
                    Stream.<ToDoubleFunction<RunResult>>of(
                        bar.figure(), result -> bar.interval().apply(result).high()))
            .mapToDouble(this::highest)
            .max()
            .orElse(0);
    return new BarPlot(
        new BarPlot.Measure(unit, bars, highest, text, tick, unusual(bars)), palette, texts);
  }

  /** Provenances that need a word in the legend, because a bar is drawn after them. */
  private List<Provenance> unusual(List<BarPlot.Bar> bars) {
    return notes.unusualProvenances().stream()
        .filter(
            provenance ->
                comparison.groups().stream()
                    .filter(group -> provenance(group) == provenance)
                    .flatMapToDouble(
                        group ->
                            bars.stream()
                                .mapToDouble(bar -> bar.figure().applyAsDouble(group.result())))
                    .anyMatch(Double::isFinite))
        .toList();
  }

  private RangePlot ranges(RangePlot.Axis axis) {
    return new RangePlot(
        comparison.groups().stream().map(this::range).toList(),
        List.of(),
        axis,
        palette,
        figures,
        texts);
  }

  private BarPlot.Bars bars(Comparison.Group group) {
    return new BarPlot.Bars(
        group.result(), provenance(group), notes.withoutInterval(group.result()));
  }

  private RangePlot.Range range(Comparison.Group group) {
    return new RangePlot.Range(
        texts.of("speedup"),
        group.result().speedup(),
        notes.interval(group),
        fill(provenance(group)),
        OptionalInt.empty());
  }

  private static RangePlot.Fill fill(Provenance provenance) {
    return switch (provenance) {
      case MEASURED, CANCELLED, RECOVERED -> RangePlot.Fill.SOLID;
      case REPORTED, TIMING_ONLY -> RangePlot.Fill.HOLLOW;
    };
  }

  private <E> Drawing rows(
      String title,
      String subtitle,
      Function<Comparison.Group, E> figuresOf,
      RowPlot<E> plot,
      List<String> remarks) {
    List<RowChart.Row<E>> rows =
        IntStream.range(0, comparison.runs().size()).mapToObj(run -> row(run, figuresOf)).toList();
    return new RowChart<>(
        new RowChart.Content<>(
            title,
            subtitle,
            texts.of("head.run"),
            notes.isOverDraftTokens() ? texts.of("head.k") : "",
            rows,
            footnotes(remarks)),
        plot,
        palette,
        texts);
  }

  private <E> RowChart.Row<E> row(int run, Function<Comparison.Group, E> figuresOf) {
    return new RowChart.Row<>(
        notes.name(run),
        notes.ownSetUp(run),
        groups(run).stream()
            .map(
                group ->
                    new RowChart.Line<>(
                        SetUpText.draftTokens(group.result()), figuresOf.apply(group)))
            .toList());
  }

  private Drawing speedupOverDraftTokens() {
    SeriesPanel.Content speedups =
        overDraftTokens(
            texts.of("speedup.unit"), this::factorTick, OptionalDouble.of(1), this::speedupAt);
    List<String> remarks = new ArrayList<>();
    if (speedups.isPredicted()) {
      remarks.add(texts.of("over.k.predicted"));
    }
    drawnRuns().mapToObj(this::bestOf).forEach(remarks::add);
    drawnRuns().boxed().flatMap(this::policiesOf).forEach(remarks::add);
    remarks.addAll(notDrawn());
    return new SeriesChart(
        new SeriesChart.Content(
            titleOfTheTarget("over.k.title"),
            texts.of("over.k.text"),
            texts.of("over.k.axis"),
            speedups,
            Stream.of(
                    overDraftTokens(
                        texts.of("acceptance.axis"),
                        this::percentTick,
                        OptionalDouble.empty(),
                        this::acceptanceAt),
                    overDraftTokens(
                        texts.of("length.axis"),
                        figures::decimal,
                        OptionalDouble.empty(),
                        this::acceptanceLengthAt))
                .filter(ComparisonDrawings::isTold)
                .toList(),
            footnotes(remarks)),
        palette,
        texts);
  }

  private SeriesPanel.Content overDraftTokens(
      String valueAxis,
      BarPlot.TickText tick,
      OptionalDouble reference,
      BiFunction<Integer, Comparison.Group, SeriesPanel.Point> point) {
    List<SeriesPanel.Series> series =
        drawnRuns()
            .mapToObj(
                run ->
                    new SeriesPanel.Series(
                        notes.name(run),
                        // A K that is not known has no place over K.
                        groups(run).stream()
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
    return drawnRuns().boxed().flatMap(run -> groups(run).stream());
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
    return point(
        draftTokens,
        result.acceptanceRate(),
        result.intervals().acceptanceRate(),
        result,
        figures::percent);
  }

  private SeriesPanel.Point acceptanceLengthAt(int draftTokens, Comparison.Group group) {
    RunResult result = group.result();
    return point(
        draftTokens,
        result.meanAcceptanceLength(),
        result.intervals().meanAcceptanceLength(),
        result,
        figures::number);
  }

  private SeriesPanel.Point point(
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

  private String factorTick(double factor, int fractionDigits) {
    return figures.decimal(factor, fractionDigits) + "×";
  }

  private Drawing categories() {
    List<Comparison.Category> drawn =
        comparison.categories().stream()
            .filter(category -> category.run() < drawnRuns().count())
            .filter(category -> isAtFastest(category))
            .toList();
    List<RowChart.Row<RangePlot.Range>> rows =
        drawn.stream()
            .map(category -> category.figures().category())
            .distinct()
            .map(name -> row(name, drawn))
            .toList();
    List<String> series = drawnRuns().mapToObj(notes::name).toList();
    List<String> remarks = new ArrayList<>();
    remarks.add(texts.of("fastest", texts.of("categories.interval", Bootstrap.FEWEST_UNITS)));
    remarks.addAll(notDrawn());
    return new RowChart<>(
        new RowChart.Content<>(
            texts.of("categories.title"),
            texts.of("categories.text"),
            texts.of("head.category"),
            "",
            rows,
            footnotes(remarks)),
        new RangePlot(
            drawn.stream().map(this::range).toList(),
            series,
            RangePlot.Axis.SHOWN,
            palette,
            figures,
            texts),
        palette,
        texts);
  }

  private boolean isAtFastest(Comparison.Category category) {
    return fastest(category.run()).stream()
        .anyMatch(group -> group.result().length().equals(category.figures().figures().length()));
  }

  private RowChart.Row<RangePlot.Range> row(String name, List<Comparison.Category> drawn) {
    List<Comparison.Category> own =
        drawn.stream().filter(category -> category.figures().category().equals(name)).toList();
    int prompts = own.stream().mapToInt(category -> category.figures().prompts()).max().orElse(0);
    return new RowChart.Row<>(
        name,
        texts.of("categories.prompts", figures.whole(prompts), prompts),
        own.stream().map(category -> new RowChart.Line<>("", range(category))).toList());
  }

  private RangePlot.Range range(Comparison.Category category) {
    Comparison.Group group = new Comparison.Group(category.run(), category.figures().figures());
    return new RangePlot.Range(
        notes.name(category.run()),
        group.result().speedup(),
        notes.interval(group),
        fill(provenance(group)),
        OptionalInt.of(category.run()));
  }

  private Drawing acceptanceByPosition() {
    List<SeriesPanel.Series> series = new ArrayList<>();
    drawnRuns()
        .forEach(
            run ->
                fastest(run)
                    .ifPresent(
                        group ->
                            series.add(
                                new SeriesPanel.Series(
                                    nameAtK(run, group), byPosition(group.result())))));
    List<String> remarks = new ArrayList<>();
    remarks.add(texts.of("fastest", texts.of("whiskers")));
    remarks.addAll(notDrawn());
    return new SeriesChart(
        new SeriesChart.Content(
            texts.of("positions.title"),
            texts.of("positions.text"),
            texts.of("positions.axis"),
            new SeriesPanel.Content(
                texts.of("acceptance.unit"),
                LinearScale.fromZero(1, 5),
                this::percentTick,
                OptionalDouble.empty(),
                Map.of(),
                series,
                SeriesPanel.Placement.APART),
            List.of(),
            footnotes(remarks)),
        palette,
        texts);
  }

  private List<SeriesPanel.Point> byPosition(RunResult result) {
    List<Double> shares = result.acceptanceByPosition();
    return IntStream.range(0, shares.size())
        .mapToObj(
            index ->
                point(
                    index + 1,
                    shares.get(index),
                    result.intervals().acceptanceAt(index),
                    result,
                    figures::percent))
        .toList();
  }

  private String nameAtK(int run, Comparison.Group group) {
    return texts.of("k.is", notes.name(run), SetUpText.draftTokens(group.result()));
  }

  /** The group of a run with the highest speedup; empty when none has one. */
  private Optional<Comparison.Group> fastest(int run) {
    return groups(run).stream()
        .filter(group -> Double.isFinite(group.result().speedup().value()))
        .max(Comparator.comparingDouble(group -> group.result().speedup().value()));
  }

  private String bestOf(int run) {
    String figure =
        fastest(run)
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
    return groups(run).stream()
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

  private IntStream drawnRuns() {
    return IntStream.range(0, Math.min(comparison.runs().size(), ChartPalette.MOST_SERIES));
  }

  private List<String> notDrawn() {
    List<String> left =
        IntStream.range((int) drawnRuns().count(), comparison.runs().size())
            .mapToObj(notes::name)
            .toList();
    return left.isEmpty() ? List.of() : List.of(texts.of("not.drawn", String.join(", ", left)));
  }

  private List<Comparison.Group> groups(int run) {
    return comparison.groups().stream().filter(group -> group.run() == run).toList();
  }

  private Provenance provenance(Comparison.Group group) {
    return comparison.runs().get(group.run()).provenance();
  }

  private double highest(ToDoubleFunction<RunResult> figure) {
    return comparison.groups().stream()
        .map(Comparison.Group::result)
        .mapToDouble(figure)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private String percentTick(double share, int fractionDigits) {
    return figures.decimal(share * 100, Math.max(0, fractionDigits - 2)) + " %";
  }

  /** With the target in it, where all runs are of one. */
  private String titleOfTheTarget(String key) {
    SetUpText setUps = new SetUpText(style.locale());
    List<String> targets =
        comparison.runs().stream()
            .map(run -> setUps.value(SetUpPart.TARGET, run))
            .distinct()
            .toList();
    return targets.size() == 1 ? texts.of(key + ".target", targets.getFirst()) : texts.of(key);
  }

  private List<String> footnotes(List<String> remarks) {
    return notes.footnotes(remarks, style.foot());
  }
}
