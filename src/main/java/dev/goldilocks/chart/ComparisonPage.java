package dev.goldilocks.chart;

import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every chart that has something to say of some runs, two in a row, with their set-up once. */
final class ComparisonPage implements Drawing {

  private static final int COLUMNS = 2;

  private final Comparison comparison;
  private final ChartNotes notes;
  private final ChartTexts texts;
  private final ChartPalette palette;
  private final ChartFrame frame;
  private final List<Drawing> charts;

  ComparisonPage(Comparison comparison, ChartStyle style) {
    this.comparison = comparison;
    this.texts = new ChartTexts(style.locale());
    this.notes = new ChartNotes(comparison, new FigureText(style.locale()), texts);
    this.palette = style.palette();
    this.frame = new ChartFrame(palette);
    ComparisonDrawings all = new ComparisonDrawings(comparison, style.amongOthers());
    ComparisonDrawings fastest =
        new ComparisonDrawings(comparison.atFastest(), style.amongOthers());
    this.charts =
        ChartKind.toldBy(comparison).stream()
            .map(kind -> kind.choosesDraftTokens() ? all.of(kind) : fastest.of(kind))
            .toList();
  }

  @Override
  public String title() {
    return comparison.runs().size() == 1
        ? notes.name(0)
        : texts.of("page.title", comparison.runs().size());
  }

  @Override
  public double draw(Sheet sheet, double width) {
    var background = sheet.rectangle(palette.background(), null, 0, 0, width, 0);
    double y = frame.head(sheet, width, title(), names(), List.of());
    double column = Math.floor(width / COLUMNS);
    for (int first = 0; first < charts.size(); first += COLUMNS) {
      double tallest = 0;
      for (int index = first; index < Math.min(first + COLUMNS, charts.size()); index++) {
        Sheet place = sheet.at((index - first) * column, y);
        tallest = Math.max(tallest, charts.get(index).draw(place, column));
      }
      y += Math.ceil(tallest);
    }
    double height = frame.foot(sheet, width, Math.rint(y), footnotes());
    background.setHeight(Math.ceil(height));
    return height;
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
