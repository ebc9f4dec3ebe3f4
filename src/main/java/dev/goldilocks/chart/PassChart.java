package dev.goldilocks.chart;

import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PassBound;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeFigures;
import dev.goldilocks.bench.ProbeFigures.PassFigures;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How long a target's passes take over more and more tokens, and what the machine allows them. */
public final class PassChart {

  private static final int TICKS = 6;

  private final Probe probe;
  private final ProbeFigures measured;
  private final ChartStyle style;
  private final FigureText figures;
  private final ChartTexts texts;

  private PassChart(Probe probe, ChartStyle style) {
    this.probe = probe;
    this.measured = ProbeFigures.of(probe);
    this.style = style;
    this.figures = new FigureText(style.locale());
    this.texts = new ChartTexts(style.locale());
  }

  /** A chart of a probe. */
  public static ComparisonChart of(ProbeChartKind kind, Probe probe, ChartStyle style) {
    return new ComparisonChart(new PassChart(probe, style).drawing(kind), style.palette());
  }

  /** Both charts of a probe on one page. */
  public static ComparisonChart page(Probe probe, ChartStyle style) {
    PassChart charts = new PassChart(probe, style.amongOthers());
    ChartTexts texts = charts.texts;
    return new ComparisonChart(
        new ChartPage(
            texts.of("passes.page"),
            probe.models().getFirst().id(),
            Stream.of(ProbeChartKind.values()).map(charts::drawing).toList(),
            List.of(charts.setUp()),
            style.palette()),
        style.palette());
  }

  private Drawing drawing(ProbeChartKind kind) {
    return switch (kind) {
      case PASS_TIMES -> times();
      case PASS_LIMITS -> limits();
    };
  }

  private Drawing times() {
    List<SeriesPanel.Series> series =
        List.of(
            series(texts.of("passes.measured"), PassFigures::passMs, this::share),
            series(texts.of("passes.memory"), pass -> pass.floor().memoryMs(), _ -> ""),
            series(texts.of("passes.compute"), pass -> pass.floor().computeMs(), _ -> ""));
    double highest =
        measured.passes().stream()
            .flatMap(pass -> Stream.of(pass.passMs(), pass.floor().ms()))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    return new SeriesChart(
        new SeriesChart.Content(
            texts.of("passes.title"),
            texts.of("passes.text"),
            texts.of("passes.axis"),
            new SeriesPanel.Content(
                texts.of("passes.unit"),
                LinearScale.around(0, highest, TICKS),
                figures::decimal,
                OptionalDouble.empty(),
                Map.of(),
                series,
                SeriesPanel.Placement.IN_LINE),
            List.of(),
            footnotes(texts.of("passes.median", probe.targetRepeats()))),
        style.palette(),
        texts);
  }

  private Drawing limits() {
    List<RowChart.Line<PassFigures>> lines =
        measured.passes().stream()
            .map(pass -> new RowChart.Line<>(figures.whole(pass.tokens()), pass))
            .toList();
    ModelDescription target = probe.models().getFirst();
    return new RowChart<>(
        new RowChart.Content<>(
            texts.of("limits.title"),
            texts.of("limits.text"),
            texts.of("limits.head"),
            "n",
            List.of(new RowChart.Row<>(target.id(), target.precision().label(), lines)),
            footnotes(texts.of("limits.single"))),
        new LimitsPlot(measured.passes(), style.palette(), figures, texts),
        style.palette(),
        texts);
  }

  private SeriesPanel.Series series(
      String name, ToDoubleFunction<PassFigures> millis, Function<PassFigures, String> remark) {
    return new SeriesPanel.Series(
        name,
        measured.passes().stream()
            .map(
                pass ->
                    SeriesPanel.Point.of(
                        pass.tokens(),
                        millis.applyAsDouble(pass),
                        figures.number(millis.applyAsDouble(pass)) + " ms" + remark.apply(pass)))
            .toList());
  }

  private String share(PassFigures pass) {
    return ", "
        + texts.of(boundKey(pass.regime().bound()), figures.percent(pass.regime().boundShare()));
  }

  /** Of the text that names what limits a pass. */
  static String boundKey(PassBound bound) {
    return switch (bound) {
      case MEMORY -> "passes.bound.memory";
      case COMPUTE -> "passes.bound.compute";
      case OVERHEAD -> "passes.bound.overhead";
    };
  }

  private List<String> footnotes(String remark) {
    List<String> notes = new ArrayList<>();
    notes.add(remark);
    notes.add(
        texts.of(
            "passes.floors",
            figures.bytes(probe.targetPasses().bytesRead()),
            figures.number(probe.targetPasses().readBytesPerSecond() / 1e9),
            figures.number(probe.targetLimits().operationsPerSecond() / 1e9)));
    switch (style.foot()) {
      case SET_UP -> notes.add(setUp());
      case REMARKS -> {}
    }
    return notes;
  }

  private String setUp() {
    ModelDescription target = probe.models().getFirst();
    return texts.of(
        "passes.setup",
        target.id(),
        target.precision().label(),
        probe.request().device(),
        probe.environment().cpu(),
        probe.request().threads(),
        probe.targetRepeats());
  }
}
