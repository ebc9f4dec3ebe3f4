package dev.goldilocks.chart;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Acceptance by position in the draft, a line for each run. */
final class PositionsDrawing {

  private final DrawnRuns drawn;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartTexts texts;

  PositionsDrawing(DrawnRuns drawn) {
    this.drawn = drawn;
    this.palette = drawn.palette();
    this.figures = drawn.figures();
    this.notes = drawn.notes();
    this.texts = drawn.texts();
  }

  Drawing drawing() {
    List<SeriesPanel.Series> series = new ArrayList<>();
    drawn
        .coloured()
        .forEach(
            run ->
                drawn
                    .fastest(run)
                    .ifPresent(
                        group ->
                            series.add(
                                new SeriesPanel.Series(
                                    notes.nameAtK(group), byPosition(group.result())))));
    List<String> remarks = new ArrayList<>();
    remarks.add(texts.of("fastest", texts.of("whiskers")));
    remarks.addAll(drawn.notDrawn());
    return new SeriesChart(
        new SeriesChart.Content(
            texts.of("positions.title"),
            texts.of("positions.text"),
            texts.of("positions.axis"),
            new SeriesPanel.Content(
                texts.of("acceptance.unit"),
                LinearScale.fromZero(1, 5),
                drawn::percentTick,
                OptionalDouble.empty(),
                Map.of(),
                series,
                SeriesPanel.Placement.APART),
            List.of(),
            drawn.footnotes(remarks)),
        palette,
        texts);
  }

  private List<SeriesPanel.Point> byPosition(RunResult result) {
    List<Double> shares = result.acceptanceByPosition();
    return IntStream.range(0, shares.size())
        .mapToObj(
            index ->
                drawn.point(
                    index + 1,
                    shares.get(index),
                    result.intervals().acceptanceAt(index),
                    result,
                    figures::percent))
        .toList();
  }
}
