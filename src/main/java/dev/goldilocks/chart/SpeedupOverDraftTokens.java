package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineJoin;

/**
 * The speedup over K: a line for each run with the 95 % interval at every point, the line of no
 * gain, and each run's best K in words. At most {@link ChartPalette#MOST_SERIES} runs are drawn;
 * any others are named under the chart.
 */
final class SpeedupOverDraftTokens implements Drawing {

  private static final double PLOT_HEIGHT = 280;
  private static final double AXIS_WIDTH = 48;
  private static final double CAP = 4;
  private static final double SPREAD = 6;

  private final Comparison comparison;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartFrame frame;
  private final List<Integer> series;
  private final List<Comparison.Group> groups;
  private final LinearScale speedup;

  SpeedupOverDraftTokens(Comparison comparison, ChartStyle style) {
    this.comparison = comparison;
    this.palette = style.palette();
    this.figures = new FigureText(style.locale());
    this.notes = new ChartNotes(comparison, figures);
    this.frame = new ChartFrame(palette);
    this.series =
        IntStream.range(0, Math.min(comparison.runs().size(), ChartPalette.MOST_SERIES))
            .boxed()
            .toList();
    this.groups =
        comparison.groups().stream().filter(group -> series.contains(group.run())).toList();
    this.speedup = SpeedupScale.of(groups, 6);
  }

  /** The rectangle of the plot and the K of its edges. */
  private record Plot(double left, double top, double width, double height, int first, int last) {

    double x(int draftTokens) {
      double step = width / (last - first + 1);
      return left + (draftTokens - first + 0.5) * step;
    }

    double bottom() {
      return top + height;
    }

    double right() {
      return left + width;
    }
  }

  @Override
  public String description() {
    return notes.description(title());
  }

  @Override
  public double draw(Sheet sheet, double width) {
    var background = sheet.rectangle(palette.background(), null, 0, 0, width, 0);
    double top = frame.head(sheet, width, title(), subtitle(), legend());
    sheet.text("speedup", TextStyle.SMALL_STRONG, palette.muted(), ChartFrame.PADDING, top);
    double left = ChartFrame.PADDING + AXIS_WIDTH;
    Plot plot =
        new Plot(
            left,
            Math.rint(top + Sheet.height(TextStyle.SMALL) + 12),
            width - ChartFrame.PADDING - left,
            PLOT_HEIGHT,
            draftTokens().min().orElse(1),
            draftTokens().max().orElse(1));
    axes(sheet, plot);
    for (int run : series) {
      series(sheet, plot, run);
    }
    double ticks = plot.bottom() + ChartFrame.TINY_GAP + Sheet.height(TextStyle.SMALL);
    double axisName = ticks + ChartFrame.TINY_GAP;
    sheet.textUpTo(
        "drafted tokens a round, K",
        TextStyle.SMALL_STRONG,
        palette.muted(),
        plot.right(),
        axisName);
    double foot = axisName + Sheet.height(TextStyle.SMALL) + ChartFrame.GAP;
    double height = frame.foot(sheet, width, Math.rint(foot), footnotes());
    background.setHeight(Math.ceil(height));
    return height;
  }

  private IntStream draftTokens() {
    return groups.stream().flatMapToInt(group -> group.result().draftTokens().stream());
  }

  private String title() {
    List<String> targets = comparison.runs().stream().map(SetUp::target).distinct().toList();
    return targets.size() == 1 ? "Speedup of " + targets.get(0) + " over K" : "Speedup over K";
  }

  private static String subtitle() {
    return "Decode tokens/s, speculative over baseline, with 95 % intervals. Over 1× is faster.";
  }

  private List<ChartFrame.LegendEntry> legend() {
    if (series.size() < 2) {
      return List.of();
    }
    return series.stream()
        .map(
            run ->
                new ChartFrame.LegendEntry(
                    (sheet, x, y) -> symbol(sheet, run, x, y), notes.name(run)))
        .toList();
  }

  private void symbol(Sheet sheet, int run, double x, double y) {
    double middle = y + ChartFrame.SYMBOL_HEIGHT / 2;
    SeriesMark mark = SeriesMark.of(run);
    mark.dash(sheet.line(color(run), 2, x, middle, x + ChartFrame.SYMBOL_WIDTH, middle));
    mark.draw(sheet, color(run), palette.background(), x + ChartFrame.SYMBOL_WIDTH / 2, middle);
  }

  private void axes(Sheet sheet, Plot plot) {
    double half = Sheet.height(TextStyle.SMALL) / 2;
    for (double tick : speedup.ticks()) {
      boolean isNoGain = Math.abs(tick - 1) < 1e-9;
      double y = Math.rint(y(plot, tick)) + 0.5;
      sheet.line(isNoGain ? palette.axis() : palette.grid(), 1, plot.left(), y, plot.right(), y);
      sheet.textUpTo(
          figures.decimal(tick, speedup.fractionDigits()) + "×",
          TextStyle.SMALL,
          isNoGain ? palette.text() : palette.muted(),
          plot.left() - ChartFrame.SMALL_GAP,
          y - half);
    }
    draftTokens()
        .distinct()
        .forEach(
            k ->
                sheet.textAround(
                    figures.whole(k),
                    TextStyle.SMALL,
                    palette.muted(),
                    plot.x(k),
                    plot.bottom() + ChartFrame.TINY_GAP));
  }

  private void series(Sheet sheet, Plot plot, int run) {
    SeriesMark mark = SeriesMark.of(run);
    Path path = new Path();
    path.setStroke(color(run));
    path.setStrokeWidth(2);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    mark.dash(sheet.add(path));
    boolean isBroken = true;
    for (RunResult result : results(run)) {
      double y = y(plot, result.speedup().value());
      if (Double.isNaN(y) || result.draftTokens().isEmpty()) {
        isBroken = true;
        continue;
      }
      double x = x(plot, run, result.draftTokens().getAsInt());
      PathElement element = isBroken ? new MoveTo(x, y) : new LineTo(x, y);
      path.getElements().add(element);
      isBroken = false;
      whisker(sheet, plot, run, x, result.speedup());
      mark.draw(sheet, color(run), palette.background(), x, y);
    }
  }

  private void whisker(Sheet sheet, Plot plot, int run, double x, Interval interval) {
    if (Double.isNaN(interval.low()) || Double.isNaN(interval.high())) {
      return;
    }
    double low = y(plot, interval.low());
    double high = y(plot, interval.high());
    sheet.line(color(run), 1.5, x, low, x, high);
    sheet.line(color(run), 1.5, x - CAP, low, x + CAP, low);
    sheet.line(color(run), 1.5, x - CAP, high, x + CAP, high);
  }

  /** Runs stand a little apart, so that their intervals do not cover each other. */
  private double x(Plot plot, int run, int draftTokens) {
    return plot.x(draftTokens) + (run - (series.size() - 1) / 2.0) * SPREAD;
  }

  private double y(Plot plot, double value) {
    return plot.bottom() - speedup.position(value) * plot.height();
  }

  private Color color(int run) {
    return palette.series().get(run);
  }

  private List<RunResult> results(int run) {
    return groups.stream()
        .filter(group -> group.run() == run)
        .map(Comparison.Group::result)
        .toList();
  }

  private List<String> footnotes() {
    List<String> lines = new ArrayList<>();
    for (int run : series) {
      lines.add(bestOf(run));
    }
    if (comparison.runs().size() > series.size()) {
      List<String> left =
          IntStream.range(series.size(), comparison.runs().size()).mapToObj(notes::name).toList();
      lines.add("Not drawn, for want of colours: " + String.join(", ", left) + ".");
    }
    String shared = notes.sharedSetUp();
    if (!shared.isEmpty()) {
      lines.add(shared);
    }
    lines.addAll(notes.cautions());
    return lines;
  }

  private String bestOf(int run) {
    Optional<RunResult> best =
        results(run).stream()
            .filter(result -> !Double.isNaN(result.speedup().value()))
            .max(Comparator.comparingDouble(result -> result.speedup().value()));
    String figure =
        best.map(
                result ->
                    "best "
                        + figures.factor(result.speedup().value())
                        + (result.draftTokens().isPresent()
                            ? " at K = " + figures.whole(result.draftTokens())
                            : " at a K that is not known")
                        + " ("
                        + notes.interval(new Comparison.Group(run, result)).replace("\n", ", ")
                        + ")")
            .orElse("no figures");
    String own = notes.ownSetUp(run);
    return notes.name(run) + ": " + figure + (own.isEmpty() ? "" : ". " + own) + ".";
  }
}
