package dev.goldilocks.chart;

import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.LedgerPart;
import dev.goldilocks.runs.LedgerText;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Where a round's time goes, as one bar stacked from its parts, each with its share beside its name
 * over the bar. Parts look as they do in {@link ChartKind#LEDGER}.
 */
public final class LiveLedger extends LiveRow {

  private static final double KEY_HEIGHT = 16;
  private static final double SWATCH = 14;
  private static final double SWATCH_GAP = 5;
  private static final double KEY_GAP = 14;
  private static final double BAR_GAP = 6;

  private Ledger ledger = Ledger.UNKNOWN;
  private Function<LedgerPart, String> nameText = LedgerText::name;
  private DoubleFunction<String> shareText = Double::toString;
  private BiFunction<LedgerPart, Ledger, String> readOutText = (part, of) -> "";
  private double keysFrom;

  /**
   * How names and figures are written.
   *
   * @param name of a part
   * @param share beside a part's name
   * @param readOut for a part of a ledger
   */
  public void setTexts(
      Function<LedgerPart, String> name,
      DoubleFunction<String> share,
      BiFunction<LedgerPart, Ledger, String> readOut) {
    nameText = name;
    shareText = share;
    readOutText = readOut;
    redraw();
  }

  /** Keeps the place left of there, over the bar, free of names. */
  public void setKeysFrom(double x) {
    keysFrom = x;
    redraw();
  }

  /** What is drawn. */
  public Ledger getLedger() {
    return ledger;
  }

  /** Draws this ledger; nothing happens when it is the one that is drawn. */
  public void setLedger(Ledger next) {
    if (!ledger.equals(next)) {
      ledger = next;
      redraw();
    }
  }

  @Override
  boolean isEmpty() {
    return parts().isEmpty();
  }

  private List<LedgerPart> parts() {
    return LedgerText.known(ledger);
  }

  @Override
  void draw(GraphicsContext context, double width, double height) {
    ChartPalette palette = palette();
    keys(context, palette, width);
    double top = KEY_HEIGHT + BAR_GAP;
    double left = 0;
    for (LedgerPart part : parts()) {
      double right = right(part, width);
      segment(context, LedgerMark.of(part, palette), left, top, right - left, height - top - 1);
      left = right;
    }
    OptionalInt index = pointed();
    if (index.isPresent()) {
      LedgerPart part = parts().get(index.getAsInt());
      double middle = (leftOf(index.getAsInt(), width) + right(part, width)) / 2;
      readOut(part).draw(context, middle, 0, width, surface(), text());
    }
  }

  /** Names end at the right edge; shares stand beside them where there is room. */
  private void keys(GraphicsContext context, ChartPalette palette, double width) {
    List<String> names =
        parts().stream()
            .map(part -> nameText.apply(part) + " " + shareText.apply(ledger.share(part)))
            .toList();
    if (keysWidth(names) > width - keysFrom) {
      names = parts().stream().map(nameText).toList();
    }
    double x = Math.floor(Math.max(keysFrom, width - keysWidth(names)));
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.CENTER);
    for (int index = 0; index < names.size(); index++) {
      segment(context, LedgerMark.of(parts().get(index), palette), x, 3, SWATCH, 10);
      x += SWATCH + SWATCH_GAP;
      context.setFill(text());
      context.fillText(names.get(index), x, KEY_HEIGHT / 2);
      x += Math.ceil(textWidth(names.get(index))) + KEY_GAP;
    }
  }

  private double keysWidth(List<String> names) {
    double texts = names.stream().mapToDouble(name -> Math.ceil(textWidth(name))).sum();
    return texts + names.size() * (SWATCH + SWATCH_GAP + KEY_GAP) - KEY_GAP;
  }

  private static void segment(
      GraphicsContext context, LedgerMark mark, double x, double y, double width, double height) {
    if (width < 0.5) {
      return;
    }
    context.setFill(mark.fill());
    context.fillRect(x, y, width, height);
    context.setStroke(mark.ink());
    context.setLineDashes();
    context.setLineWidth(1.5);
    mark.strokes(x, y, width, height)
        .forEach(line -> context.strokeLine(line.x1(), line.y1(), line.x2(), line.y2()));
    context.setLineWidth(1);
    context.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1);
  }

  /** That of still charts, so that a part looks the same while it is measured and later. */
  private ChartPalette palette() {
    return surface() instanceof Color behind && behind.getBrightness() < 0.5
        ? ChartPalette.dark()
        : ChartPalette.light();
  }

  private double leftOf(int index, double width) {
    return index == 0 ? 0 : right(parts().get(index - 1), width);
  }

  /** Whole pixels, so that neighbours do not blur into each other. */
  private double right(LedgerPart last, double width) {
    double share = 0;
    double all = 0;
    boolean isCounting = true;
    for (LedgerPart part : parts()) {
      double own = Math.max(0, ledger.share(part));
      all += own;
      share += isCounting ? own : 0;
      isCounting = isCounting && part != last;
    }
    return Math.rint(share / all * width);
  }

  @Override
  int count() {
    return parts().size();
  }

  @Override
  int indexAt(double x) {
    if (x < 0) {
      return -1;
    }
    int index = 0;
    while (index < parts().size() && x >= right(parts().get(index), getWidth())) {
      index++;
    }
    return index;
  }

  @Override
  ReadOut readOut(int index) {
    return readOut(parts().get(index));
  }

  private ReadOut readOut(LedgerPart part) {
    return new ReadOut(List.of(new ReadOut.Line(readOutText.apply(part, ledger), text())));
  }
}
