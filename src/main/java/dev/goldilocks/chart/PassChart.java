package dev.goldilocks.chart;

import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeFigures;
import dev.goldilocks.bench.ProbeFigures.PassFigures;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
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

  private PassChart(Probe probe, ChartStyle style) {
    this.probe = probe;
    this.measured = ProbeFigures.of(probe);
    this.style = style;
    this.figures = new FigureText(style.locale());
  }

  /** The chart of a probe: T(n) with its memory floor and its compute floor. */
  public static ComparisonChart of(Probe probe, ChartStyle style) {
    return new ComparisonChart(new PassChart(probe, style).drawing(), style.palette());
  }

  private Drawing drawing() {
    List<SeriesPanel.Series> series =
        List.of(
            series("Measured", PassFigures::passMs, this::share),
            series("Memory floor", pass -> pass.floor().memoryMs(), _ -> ""),
            series("Compute floor", pass -> pass.floor().computeMs(), _ -> ""));
    double highest =
        measured.passes().stream()
            .flatMap(pass -> Stream.of(pass.passMs(), pass.floor().ms()))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    return new SeriesChart(
        new SeriesChart.Content(
            "Time of a pass over n tokens",
            "The check of n − 1 drafted tokens takes T(n). The more T(n) is like T(1), the less"
                + " checking costs.",
            "tokens in the pass, n",
            new SeriesPanel.Content(
                "milliseconds",
                LinearScale.around(0, highest, TICKS),
                figures::decimal,
                OptionalDouble.empty(),
                series,
                SeriesPanel.Placement.IN_LINE),
            List.of(),
            footnotes()),
        style.palette(),
        new ChartTexts(style.locale()));
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
    String bound =
        switch (pass.regime().bound()) {
          case MEMORY -> "memory";
          case COMPUTE -> "compute";
          case OVERHEAD -> "overhead";
        };
    return ", " + bound + "-bound (" + figures.percent(pass.regime().boundShare()) + ")";
  }

  private List<String> footnotes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Memory floor: %s of weights at %s GB/s. Compute floor: two operations a weight and token at %s billion operations/s. Both ceilings were measured beside the passes."
            .formatted(
                figures.bytes(probe.targetPasses().bytesRead()),
                figures.number(probe.targetPasses().readBytesPerSecond() / 1e9),
                figures.number(probe.targetLimits().operationsPerSecond() / 1e9)));
    ModelDescription target = probe.models().getFirst();
    notes.add(
        "%s, %s, %s on %s with %s %s; median of %s passes after 64 tokens."
            .formatted(
                target.id(),
                target.precision().label(),
                probe.request().device(),
                probe.environment().cpu(),
                figures.whole(probe.request().threads()),
                probe.request().threads() == 1 ? "thread" : "threads",
                figures.whole(probe.targetRepeats())));
    return notes;
  }
}
