package dev.goldilocks.chart;

import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every chart that has something to say of some runs, with their set-up once. */
final class ComparisonPage {

  private final Comparison comparison;
  private final ChartStyle style;
  private final ChartNotes notes;
  private final ChartTexts texts;

  private ComparisonPage(Comparison comparison, ChartStyle style) {
    this.comparison = comparison;
    this.style = style;
    this.texts = new ChartTexts(style.locale());
    this.notes = new ChartNotes(comparison, new FigureText(style.locale()), texts);
  }

  static Drawing of(Comparison comparison, ChartStyle style) {
    return new ComparisonPage(comparison, style).drawing();
  }

  private Drawing drawing() {
    ComparisonDrawings all = new ComparisonDrawings(comparison, style.amongOthers());
    ComparisonDrawings fastest =
        new ComparisonDrawings(comparison.atFastest(), style.amongOthers());
    return new ChartPage(
        title(),
        names(),
        ChartKind.toldBy(comparison).stream()
            .map(kind -> kind.choosesDraftTokens() ? all.of(kind) : fastest.of(kind))
            .toList(),
        footnotes(),
        style.palette());
  }

  private String title() {
    return comparison.runs().size() == 1
        ? notes.name(0)
        : texts.of("page.title", comparison.runs().size());
  }

  private String names() {
    return comparison.runs().size() == 1
        ? texts.of("page.one")
        : IntStream.range(0, comparison.runs().size())
            .mapToObj(notes::name)
            .collect(Collectors.joining("; ", "", "."));
  }

  private List<String> footnotes() {
    List<String> lines = new ArrayList<>();
    String shared = notes.sharedSetUp();
    if (!shared.isEmpty()) {
      lines.add(shared);
    }
    lines.addAll(notes.cautions());
    return lines;
  }
}
