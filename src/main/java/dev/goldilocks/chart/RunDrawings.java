package dev.goldilocks.chart;

import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUpText;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The charts with a row for each run and a line for each of its K: bars and intervals. */
final class RunDrawings {

  private final DrawnRuns drawn;
  private final Comparison comparison;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartTexts texts;

  RunDrawings(DrawnRuns drawn) {
    this.drawn = drawn;
    this.comparison = drawn.comparison();
    this.palette = drawn.palette();
    this.figures = drawn.figures();
    this.notes = drawn.notes();
    this.texts = drawn.texts();
  }

  Drawing speed() {
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
        drawn.titleOfTheTarget("speed.title"),
        texts.of("speed.text"),
        group -> new SpeedPlot.Speed(bars(group), range(group)),
        new SpeedPlot(plot, ranges(RangePlot.Axis.SHOWN), ranges(RangePlot.Axis.FIGURES_ONLY)),
        List.of(texts.of("whiskers")));
  }

  Drawing speedup() {
    return rows(
        drawn.titleOfTheTarget("speedup.title"),
        texts.of("speedup.text"),
        this::range,
        ranges(RangePlot.Axis.SHOWN),
        List.of());
  }

  Drawing acceptance() {
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
        drawn::percentTick);
  }

  Drawing acceptanceLength() {
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

  Drawing firstToken() {
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

  Drawing memory() {
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
        group -> new BarPlot.Bars(group.result(), drawn.provenance(group), texts.of("memory.once")),
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

  private BarPlot.Bars bars(Comparison.Group group) {
    return new BarPlot.Bars(
        group.result(), drawn.provenance(group), notes.withoutInterval(group.result()));
  }

  /** Provenances that need a word in the legend, because a bar is drawn after them. */
  private List<Provenance> unusual(List<BarPlot.Bar> bars) {
    return notes.unusualProvenances().stream()
        .filter(
            provenance ->
                comparison.groups().stream()
                    .filter(group -> drawn.provenance(group) == provenance)
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

  private RangePlot.Range range(Comparison.Group group) {
    return new RangePlot.Range(
        texts.of("speedup"),
        group.result().speedup(),
        notes.interval(group),
        DrawnRuns.fill(drawn.provenance(group)),
        OptionalInt.empty());
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
            drawn.footnotes(remarks)),
        plot,
        palette,
        texts);
  }

  private <E> RowChart.Row<E> row(int run, Function<Comparison.Group, E> figuresOf) {
    return new RowChart.Row<>(
        notes.name(run),
        notes.ownSetUp(run),
        drawn.groups(run).stream()
            .map(
                group ->
                    new RowChart.Line<>(
                        SetUpText.draftTokens(group.result()), figuresOf.apply(group)))
            .toList());
  }

  private double highest(ToDoubleFunction<RunResult> figure) {
    return comparison.groups().stream()
        .map(Comparison.Group::result)
        .mapToDouble(figure)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }
}
