package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * A row for each run and K: at the left the run, then a baseline and a speculative bar of decode
 * tokens/s, then the speedup as a mark with its interval on an axis with the line of no gain, and
 * in figures. On a narrow sheet the run stands over its bars, and the speedup is in figures only.
 */
final class SpeedBars implements Drawing {

  private static final double BAR_HEIGHT = 14;
  private static final double BAR_GAP = 2;
  private static final double GROUP_HEIGHT = 2 * BAR_HEIGHT + BAR_GAP;
  private static final double MARK = 4;
  private static final double CAP = 5;

  private final Comparison comparison;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartFrame frame;
  private final BarMark bars;

  SpeedBars(Comparison comparison, ChartStyle style) {
    this.comparison = comparison;
    this.palette = style.palette();
    this.figures = new FigureText(style.locale());
    this.notes = new ChartNotes(comparison, figures);
    this.frame = new ChartFrame(palette);
    this.bars = new BarMark(palette);
  }

  @Override
  public String description() {
    return notes.description(title());
  }

  @Override
  public double draw(Sheet sheet, double width) {
    SpeedColumns columns =
        SpeedColumns.of(
            width,
            notes.isOverDraftTokens(),
            highestSpeed(),
            SpeedupScale.of(comparison.groups(), 3));
    // The background comes first and takes its height last.
    var background = sheet.rectangle(palette.background(), null, 0, 0, width, 0);
    double top = frame.head(sheet, width, title(), subtitle(), legend());
    double plot = header(sheet, columns, top);
    // Lines lie under the bars, and how far they reach is known after them.
    Sheet lines = sheet.layer();
    double bottom = rows(sheet, lines, columns, plot, width);
    if (columns.isWide()) {
      gridLines(lines, columns, plot - ChartFrame.TINY_GAP, bottom);
    }
    ticks(sheet, columns, bottom + ChartFrame.TINY_GAP);
    double ticks = bottom + ChartFrame.TINY_GAP + Sheet.height(TextStyle.SMALL);
    double height = frame.foot(sheet, width, Math.rint(ticks + ChartFrame.GAP), footnotes());
    background.setHeight(Math.ceil(height));
    return height;
  }

  private String title() {
    List<String> targets = comparison.runs().stream().map(SetUp::target).distinct().toList();
    return targets.size() == 1
        ? "Decode speed of " + targets.get(0) + ", with and without a draft"
        : "Decode speed with and without a draft";
  }

  private static String subtitle() {
    return "Tokens/s after the first token. Speedup is speculative over baseline, with its 95 %"
        + " interval.";
  }

  private List<ChartFrame.LegendEntry> legend() {
    List<ChartFrame.LegendEntry> entries = new ArrayList<>();
    entries.add(swatch(BarMark.Kind.BASELINE, Provenance.MEASURED, "Baseline"));
    entries.add(swatch(BarMark.Kind.SPECULATIVE, Provenance.MEASURED, "Speculative"));
    for (Provenance provenance : notes.unusualProvenances()) {
      switch (provenance) {
        case REPORTED ->
            entries.add(
                swatch(BarMark.Kind.SPECULATIVE, provenance, "Reported, not measured here"));
        case TIMING_ONLY ->
            entries.add(
                swatch(BarMark.Kind.SPECULATIVE, provenance, "Timing only: texts are not real"));
        case MEASURED, RECOVERED -> {}
      }
    }
    return entries;
  }

  private ChartFrame.LegendEntry swatch(BarMark.Kind kind, Provenance provenance, String text) {
    return new ChartFrame.LegendEntry(
        (sheet, x, y) ->
            bars.draw(
                sheet, kind, provenance, x, y, ChartFrame.SYMBOL_WIDTH, ChartFrame.SYMBOL_HEIGHT),
        text);
  }

  private double header(Sheet sheet, SpeedColumns columns, double top) {
    Color ink = palette.muted();
    if (columns.isWide()) {
      sheet.text("run", TextStyle.SMALL_STRONG, ink, columns.label(), top);
      sheet.text("speedup", TextStyle.SMALL_STRONG, ink, columns.range(), top);
    } else {
      sheet.textUpTo("speedup", TextStyle.SMALL_STRONG, ink, columns.right(), top);
    }
    if (notes.isOverDraftTokens()) {
      sheet.textUpTo("K", TextStyle.SMALL_STRONG, ink, columns.draftTokensRight(), top);
    }
    sheet.text("tokens/s", TextStyle.SMALL_STRONG, ink, columns.bars(), top);
    return Math.rint(top + Sheet.height(TextStyle.SMALL_STRONG) + ChartFrame.SMALL_GAP);
  }

  private double rows(Sheet sheet, Sheet lines, SpeedColumns columns, double top, double width) {
    double y = top;
    for (int run = 0; run < comparison.runs().size(); run++) {
      if (run > 0) {
        double line = Math.rint(y) + 0.5;
        sheet.line(palette.grid(), 1, ChartFrame.PADDING, line, width - ChartFrame.PADDING, line);
      }
      y = run(sheet, lines, columns, run, y + 12) + 12;
    }
    return Math.rint(y);
  }

  private double run(Sheet sheet, Sheet lines, SpeedColumns columns, int run, double top) {
    double labelBottom = label(sheet, columns, run, top);
    double first = columns.isWide() ? top : Math.rint(labelBottom + ChartFrame.SMALL_GAP);
    double y = first;
    double bottom = first;
    for (Comparison.Group group : groups(run)) {
      bottom = group(sheet, columns, group, Math.rint(y));
      y = bottom + 12;
    }
    if (!columns.isWide()) {
      gridLines(lines, columns, first, bottom);
    }
    return Math.max(bottom, labelBottom);
  }

  private List<Comparison.Group> groups(int run) {
    return comparison.groups().stream().filter(group -> group.run() == run).toList();
  }

  private double label(Sheet sheet, SpeedColumns columns, int run, double top) {
    double x = columns.label();
    double width = columns.labelWidth();
    double y = top;
    y +=
        sheet.paragraph(notes.name(run), TextStyle.STRONG, palette.text(), x, y, width).getHeight();
    String own = notes.ownSetUp(run);
    if (!own.isEmpty()) {
      y += ChartFrame.TINY_GAP;
      y += sheet.paragraph(own, TextStyle.SMALL, palette.muted(), x, y, width).getHeight();
    }
    if (groups(run).isEmpty()) {
      y += ChartFrame.TINY_GAP;
      y += sheet.paragraph("no figures", TextStyle.SMALL, palette.muted(), x, y, width).getHeight();
    }
    return y;
  }

  private double group(Sheet sheet, SpeedColumns columns, Comparison.Group group, double top) {
    double middle = top + GROUP_HEIGHT / 2;
    if (notes.isOverDraftTokens()) {
      sheet.textUpTo(
          figures.whole(group.result().draftTokens()),
          TextStyle.BODY,
          palette.text(),
          columns.draftTokensRight(),
          middle - Sheet.height(TextStyle.BODY) / 2);
    }
    bar(sheet, columns, group, BarMark.Kind.BASELINE, group.result().baseline(), top);
    bar(
        sheet,
        columns,
        group,
        BarMark.Kind.SPECULATIVE,
        group.result().speculative(),
        top + BAR_HEIGHT + BAR_GAP);
    if (columns.isWide()) {
      range(sheet, columns, group, middle);
    }
    return Math.max(top + GROUP_HEIGHT, figure(sheet, columns, group, top));
  }

  private void bar(
      Sheet sheet,
      SpeedColumns columns,
      Comparison.Group group,
      BarMark.Kind kind,
      SideFigures side,
      double top) {
    double tokensPerSecond = side.decodeTokensPerSecond();
    double length = 0;
    if (Double.isFinite(tokensPerSecond)) {
      length = columns.barLength(tokensPerSecond);
      bars.draw(
          sheet,
          kind,
          comparison.runs().get(group.run()).provenance(),
          columns.bars(),
          top,
          length,
          BAR_HEIGHT);
    }
    String figure = figures.number(tokensPerSecond);
    double x = columns.bars() + length + 6;
    double y = top + (BAR_HEIGHT - Sheet.height(TextStyle.BODY)) / 2;
    // Keeps grid lines out of the figure.
    double width = Sheet.width(figure, TextStyle.BODY);
    sheet.rectangle(palette.background(), null, x - 2, top, width + 4, BAR_HEIGHT);
    sheet.text(figure, TextStyle.BODY, palette.text(), x, y);
  }

  private void range(Sheet sheet, SpeedColumns columns, Comparison.Group group, double middle) {
    Interval interval = group.result().speedup();
    if (Double.isNaN(interval.value())) {
      return;
    }
    double y = Math.rint(middle);
    double value = columns.speedupX(interval.value());
    if (Double.isNaN(interval.low()) || Double.isNaN(interval.high())) {
      sheet.polygon(palette.background(), palette.speculative(), diamond(value, y));
      return;
    }
    double low = columns.speedupX(interval.low());
    double high = columns.speedupX(interval.high());
    sheet.line(palette.speculative(), 2, low, y, high, y);
    sheet.line(palette.speculative(), 2, low, y - CAP, low, y + CAP);
    sheet.line(palette.speculative(), 2, high, y - CAP, high, y + CAP);
    sheet.polygon(palette.speculative(), palette.background(), diamond(value, y));
  }

  private static double[] diamond(double x, double y) {
    return new double[] {x, y - MARK - 1, x + MARK + 1, y, x, y + MARK + 1, x - MARK - 1, y};
  }

  private double figure(Sheet sheet, SpeedColumns columns, Comparison.Group group, double top) {
    double right = columns.right();
    double y = top - 1;
    y +=
        sheet
            .textUpTo(
                figures.factor(group.result().speedup().value()),
                TextStyle.STRONG,
                palette.text(),
                right,
                y)
            .getHeight();
    for (String line : notes.interval(group).split("\n", -1)) {
      y += sheet.textUpTo(line, TextStyle.SMALL, palette.muted(), right, y).getHeight();
    }
    return y;
  }

  private void gridLines(Sheet sheet, SpeedColumns columns, double top, double bottom) {
    for (double tick : columns.speed().ticks()) {
      double x = columns.speedX(tick);
      sheet.line(tick == 0 ? palette.axis() : palette.grid(), 1, x, top, x, bottom);
    }
    if (columns.isWide()) {
      for (double tick : columns.speedup().ticks()) {
        double x = Math.rint(columns.speedupX(tick)) + 0.5;
        sheet.line(isNoGain(tick) ? palette.axis() : palette.grid(), 1, x, top, x, bottom);
      }
    }
  }

  private void ticks(Sheet sheet, SpeedColumns columns, double top) {
    for (double tick : columns.speed().ticks()) {
      tick(
          sheet,
          figures.decimal(tick, columns.speed().fractionDigits()),
          columns.speedX(tick),
          top);
    }
    if (columns.isWide()) {
      for (double tick : columns.speedup().ticks()) {
        String text = figures.decimal(tick, columns.speedup().fractionDigits()) + "×";
        tick(sheet, text, columns.speedupX(tick), top);
      }
    }
  }

  private void tick(Sheet sheet, String text, double x, double top) {
    sheet.textAround(text, TextStyle.SMALL, palette.muted(), x, top);
  }

  private static boolean isNoGain(double speedup) {
    return Math.abs(speedup - 1) < 1e-9;
  }

  private double highestSpeed() {
    return comparison.groups().stream()
        .map(Comparison.Group::result)
        .flatMap(result -> Stream.of(result.baseline(), result.speculative()))
        .flatMapToDouble(side -> DoubleStream.of(side.decodeTokensPerSecond()))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
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
