package dev.goldilocks.chart;

import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.LedgerPart;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.LedgerText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a round's time goes: a bar as long as the round, stacked from its parts, with the figures
 * of the parts under it.
 */
final class LedgerPlot implements RowPlot<Ledger> {

  private static final double BAR_HEIGHT = 16;
  private static final double FIGURE_GAP = 6;
  private static final double TICK_DISTANCE = 48;

  private final List<Ledger> ledgers;
  private final ChartPalette palette;
  private final FigureText figures;
  private final ChartTexts texts;
  private final LedgerText text;

  /**
   * @param ledgers all that are drawn, since they share an axis; at least one
   */
  LedgerPlot(List<Ledger> ledgers, ChartPalette palette, FigureText figures, ChartTexts texts) {
    this.ledgers = List.copyOf(ledgers);
    this.palette = palette;
    this.figures = figures;
    this.texts = texts;
    this.text = new LedgerText(figures);
  }

  @Override
  public List<ChartFrame.LegendEntry> legend() {
    return Stream.of(LedgerPart.values())
        .filter(
            part -> ledgers.stream().anyMatch(ledger -> LedgerText.known(ledger).contains(part)))
        .map(
            part ->
                new ChartFrame.LegendEntry(
                    (sheet, x, y) ->
                        LedgerMark.of(part, palette)
                            .draw(sheet, x, y, ChartFrame.SYMBOL_WIDTH, ChartFrame.SYMBOL_HEIGHT),
                    LedgerText.name(part)))
        .toList();
  }

  @Override
  public void head(Sheet sheet, PlotArea area, double top) {
    sheet.text(texts.of("ledger.unit"), TextStyle.SMALL_STRONG, palette.muted(), area.left(), top);
  }

  @Override
  public double draw(Sheet sheet, PlotArea area, Ledger ledger, double top) {
    double from = 0;
    double end = area.left();
    for (LedgerPart part : LedgerText.known(ledger)) {
      double left = x(area, from);
      from += Math.max(0, ledger.ms(part));
      end = x(area, from);
      LedgerMark.of(part, palette).draw(sheet, left, top, end - left, BAR_HEIGHT);
    }
    String round = figures.number(ledger.roundMs());
    // Keeps grid lines out of the figures.
    sheet.rectangle(
        palette.background(),
        null,
        end + FIGURE_GAP - 2,
        top,
        Sheet.width(round, TextStyle.STRONG) + 4,
        BAR_HEIGHT);
    sheet.text(
        round,
        TextStyle.STRONG,
        palette.text(),
        end + FIGURE_GAP,
        top + (BAR_HEIGHT - Sheet.height(TextStyle.STRONG)) / 2);
    String parts =
        LedgerText.known(ledger).stream()
            .map(part -> text.brief(ledger, part))
            .collect(Collectors.joining(" · "));
    double under = top + BAR_HEIGHT + ChartFrame.TINY_GAP;
    var back = sheet.rectangle(palette.background(), null, area.left(), under, 0, 0);
    var bounds =
        sheet.paragraph(parts, TextStyle.SMALL, palette.muted(), area.left(), under, area.width());
    back.setX(bounds.getMinX() - 1);
    back.setWidth(bounds.getWidth() + 2);
    back.setHeight(bounds.getHeight());
    return under + bounds.getHeight();
  }

  @Override
  public double middle() {
    return BAR_HEIGHT / 2;
  }

  @Override
  public void grid(Sheet sheet, PlotArea area, double top, double bottom) {
    for (double tick : scale(area).ticks()) {
      double x = Math.rint(x(area, tick)) + 0.5;
      sheet.line(tick == 0 ? palette.axis() : palette.grid(), 1, x, top, x, bottom);
    }
  }

  @Override
  public void ticks(Sheet sheet, PlotArea area, double top) {
    LinearScale scale = scale(area);
    for (double tick : scale.ticks()) {
      sheet.textAround(
          figures.decimal(tick, scale.fractionDigits()),
          TextStyle.SMALL,
          palette.muted(),
          x(area, tick),
          top);
    }
  }

  @Override
  public List<String> words(Ledger ledger) {
    return Stream.concat(
            Stream.of(texts.of("ledger.round", figures.number(ledger.roundMs()))),
            LedgerText.known(ledger).stream().map(part -> text.figures(ledger, part)))
        .toList();
  }

  private double highest() {
    return ledgers.stream().mapToDouble(Ledger::roundMs).max().orElseThrow();
  }

  /** The longest bar leaves room for its figure. */
  private double longest(PlotArea area) {
    double figure = Sheet.width(figures.number(highest()), TextStyle.STRONG);
    return area.width() - FIGURE_GAP - Math.ceil(figure) - 2;
  }

  private LinearScale scale(PlotArea area) {
    int mostTicks = (int) Math.clamp(longest(area) / TICK_DISTANCE, 1, 6);
    return LinearScale.fromZero(highest(), mostTicks);
  }

  private double x(PlotArea area, double ms) {
    return area.left() + scale(area).position(ms) * longest(area);
  }
}
