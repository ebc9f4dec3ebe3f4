package dev.goldilocks.chart;

import dev.goldilocks.bench.LedgerPart;
import dev.goldilocks.bench.Timeline;
import dev.goldilocks.bench.TimelineRound;
import dev.goldilocks.bench.TimelineToken;
import dev.goldilocks.bench.TimelineToken.Fate;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * Draws the rounds of one timeline, each in a row of {@link #HEIGHT}: its number, its time as a bar
 * in one scale for all, and its tokens.
 */
final class RoundDrawing {

  /** Height of a row. */
  static final double HEIGHT = 26;

  private static final List<Fate> IN_HEAD =
      List.of(Fate.ACCEPTED, Fate.REJECTED, Fate.NOT_JUDGED, Fate.CORRECTED, Fate.BONUS);

  private static final double NUMBER_RIGHT = 40;
  private static final double BAR_LEFT = 52;
  private static final double BAR_WIDTH = 136;
  private static final double BAR_HEIGHT = 10;
  private static final double TIME_RIGHT = 232;
  private static final double SWATCH = 10;
  private static final double GAP = 8;

  /** Where the tokens begin. */
  static final double TOKENS_LEFT = 248;

  static final double CELL_GAP = 4;
  static final double OWN_GAP = 12;
  private static final double MARK = 5;

  private final TimelineContent content;
  private final Timeline timeline;
  private final TimelineColours colours;
  private final TimelineLabels labels;
  private final TokenBox boxes;
  private final FigureText figures;
  private final double smallTop = textTop(TextStyle.SMALL);

  RoundDrawing(TimelineContent content, TimelineColours colours, TimelineLabels labels) {
    this.content = content;
    this.timeline = content.timeline();
    this.colours = colours;
    this.labels = labels;
    this.boxes = new TokenBox(colours);
    this.figures = new FigureText(labels.locale());
  }

  /** The heads of the columns, which say what bars and boxes stand for, into a row of its own. */
  void head(Sheet sheet) {
    Color muted = colours.palette().muted();
    double top = textTop(TextStyle.SMALL_STRONG);
    sheet.textUpTo(labels.round(), TextStyle.SMALL_STRONG, muted, NUMBER_RIGHT, top);
    double x = swatch(sheet, BAR_LEFT, LedgerPart.DRAFT, labels.draft());
    x = swatch(sheet, x, LedgerPart.VERIFY, labels.verify());
    swatch(sheet, x, LedgerPart.HOST, labels.other());
    sheet.textUpTo(labels.time(), TextStyle.SMALL_STRONG, muted, TIME_RIGHT, top);
    double left = TOKENS_LEFT;
    for (Fate fate : IN_HEAD) {
      String label = labels.fates().get(fate);
      TokenBox.Cell cell = new TokenBox.Cell(left, boxes.width(label));
      boxes.draw(sheet, fate, label, cell);
      left += cell.width() + GAP;
    }
  }

  private double swatch(Sheet sheet, double x, LedgerPart part, String name) {
    segment(sheet, part, x, (HEIGHT - SWATCH) / 2, SWATCH);
    double left = x + SWATCH + GAP / 2;
    double width =
        sheet
            .text(name, TextStyle.SMALL, colours.palette().muted(), left, textTop(TextStyle.SMALL))
            .getWidth();
    return Math.ceil(left + width + GAP);
  }

  /** The number and time of a round, with its upper left corner at the sheet's. */
  void time(Sheet sheet, int index) {
    TimelineRound round = timeline.rounds().get(index);
    double top = smallTop;
    sheet.textUpTo(
        index == 0 ? labels.prompt() : figures.whole(index),
        TextStyle.SMALL,
        colours.palette().muted(),
        NUMBER_RIGHT,
        top);
    sheet.textUpTo(
        figures.number(round.nanos() / 1e6),
        TextStyle.SMALL,
        colours.palette().text(),
        TIME_RIGHT,
        top);
    if (index > 0) {
      bar(sheet, round);
    }
  }

  private void bar(Sheet sheet, TimelineRound round) {
    double scale = BAR_WIDTH / content.fullBarNanos();
    double y = (HEIGHT - BAR_HEIGHT) / 2;
    double x = BAR_LEFT;
    double end = BAR_LEFT + Math.min(BAR_WIDTH, round.nanos() * scale);
    if (round.parts().isPresent()) {
      RoundTime parts = round.parts().get();
      x = part(sheet, LedgerPart.DRAFT, x, y, parts.draftNanos() * scale, end);
      x = part(sheet, LedgerPart.VERIFY, x, y, parts.verifyNanos() * scale, end);
    }
    part(sheet, LedgerPart.HOST, x, y, end - x, end);
    if (round.nanos() > content.fullBarNanos()) {
      double cut = end - 2 * GAP;
      sheet.polygon(
          colours.palette().background(),
          null,
          cut,
          y + BAR_HEIGHT,
          cut + GAP / 2,
          y,
          cut + GAP,
          y,
          cut + GAP / 2,
          y + BAR_HEIGHT);
    }
  }

  private double part(Sheet sheet, LedgerPart part, double x, double y, double width, double end) {
    double drawn = Math.clamp(width, 0, Math.max(0, end - x));
    if (drawn > 0) {
      segment(sheet, part, x, y, drawn);
    }
    return x + drawn;
  }

  /** Looks as the part does in the charts of a round's time; its lines are one node. */
  private void segment(Sheet sheet, LedgerPart part, double x, double y, double width) {
    LedgerMark mark = LedgerMark.of(part, colours.palette());
    sheet.rectangle(mark.fill(), mark.ink(), x, y, width, BAR_HEIGHT);
    Path lines = new Path();
    lines.setStroke(mark.ink());
    for (LedgerMark.Stroke stroke : mark.strokes(x, y, width, BAR_HEIGHT)) {
      lines.getElements().add(new MoveTo(stroke.x1(), stroke.y1()));
      lines.getElements().add(new LineTo(stroke.x2(), stroke.y2()));
    }
    if (!lines.getElements().isEmpty()) {
      sheet.add(lines);
    }
  }

  /** The boxes of a round's tokens, the first one at 0. */
  List<TokenBox.Cell> cells(int index) {
    List<TokenBox.Cell> cells = new ArrayList<>();
    double x = 0;
    for (TimelineToken token : timeline.rounds().get(index).tokens()) {
      if (!cells.isEmpty()) {
        x += isOwn(token) ? OWN_GAP : CELL_GAP;
      }
      double width = boxes.width(content.label(token));
      cells.add(new TokenBox.Cell(x, width));
      x += width;
    }
    return cells;
  }

  private static boolean isOwn(TimelineToken token) {
    return switch (token.fate()) {
      case CORRECTED, BONUS -> true;
      case ACCEPTED, REJECTED, NOT_JUDGED, BEHIND_END, TARGET -> false;
    };
  }

  /** The tokens of a round, the first box at the sheet's left edge. */
  void tokens(Sheet sheet, int index) {
    List<TimelineToken> tokens = timeline.rounds().get(index).tokens();
    List<TokenBox.Cell> cells = cells(index);
    for (int i = 0; i < cells.size(); i++) {
      boxes.draw(sheet, tokens.get(i).fate(), content.label(tokens.get(i)), cells.get(i));
      if (isFirstDifference(tokens.get(i))) {
        mark(sheet, cells.get(i));
      }
    }
  }

  private boolean isFirstDifference(TimelineToken token) {
    return token.isWritten() && token.position().equals(timeline.firstDifference());
  }

  /** A triangle over the token that differs, and a line around it. */
  private void mark(Sheet sheet, TokenBox.Cell cell) {
    double middle = cell.x() + cell.width() / 2;
    sheet
        .rectangle(
            null, colours.difference(), cell.x(), TokenBox.TOP, cell.width(), TokenBox.HEIGHT)
        .setStrokeWidth(2);
    sheet.polygon(colours.difference(), null, middle - MARK, 0, middle + MARK, 0, middle, MARK + 1);
  }

  private static double textTop(TextStyle style) {
    return Math.rint((HEIGHT - Sheet.height(style)) / 2);
  }
}
