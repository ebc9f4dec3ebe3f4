package dev.goldilocks.chart;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The speedup on the prompts of each category, a mark for each run. */
final class CategoriesDrawing {

  private final DrawnRuns drawn;
  private final Comparison comparison;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartTexts texts;

  CategoriesDrawing(DrawnRuns drawn) {
    this.drawn = drawn;
    this.comparison = drawn.comparison();
    this.palette = drawn.palette();
    this.figures = drawn.figures();
    this.notes = drawn.notes();
    this.texts = drawn.texts();
  }

  Drawing drawing() {
    List<Comparison.Category> told =
        comparison.categories().stream()
            .filter(category -> category.run() < drawn.coloured().count())
            .filter(category -> isAtFastest(category))
            .toList();
    List<RowChart.Row<RangePlot.Range>> rows =
        told.stream()
            .map(category -> category.figures().category())
            .distinct()
            .map(name -> row(name, told))
            .toList();
    List<String> series = drawn.coloured().mapToObj(notes::name).toList();
    List<String> remarks = new ArrayList<>();
    remarks.add(texts.of("fastest", texts.of("categories.interval", Bootstrap.FEWEST_UNITS)));
    remarks.addAll(drawn.notDrawn());
    return new RowChart<>(
        new RowChart.Content<>(
            texts.of("categories.title"),
            texts.of("categories.text"),
            texts.of("head.category"),
            "",
            rows,
            drawn.footnotes(remarks)),
        new RangePlot(
            told.stream().map(this::range).toList(),
            series,
            RangePlot.Axis.SHOWN,
            palette,
            figures,
            texts),
        palette,
        texts);
  }

  private boolean isAtFastest(Comparison.Category category) {
    return drawn.fastest(category.run()).stream()
        .anyMatch(group -> group.result().length().equals(category.figures().figures().length()));
  }

  private RowChart.Row<RangePlot.Range> row(String name, List<Comparison.Category> told) {
    List<Comparison.Category> own =
        told.stream().filter(category -> category.figures().category().equals(name)).toList();
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
        DrawnRuns.fill(drawn.provenance(group)),
        OptionalInt.of(category.run()));
  }
}
