package dev.goldilocks.chart;

import dev.goldilocks.chart.TokenBox.Cell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/**
 * The rounds of a timeline under each other, with the token that people point at. Only the rows in
 * sight are nodes, so that a text of thousands of rounds costs no more than one of twenty. Arrows
 * go from token to token and from round to round, a press of the mouse holds a token in place.
 */
public final class TimelineStrip extends Region {

  private static final double HEAD = RoundDrawing.HEIGHT + 2;
  private static final double BAR = 12;

  /** A token is pointed at from this far away: half of the gap between two. */
  private static final double SLACK = 2;

  private final ReadOnlyObjectWrapper<Optional<TimelineSpot>> pointed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Group head = new Group();
  private final Pane times = new Pane();
  private final Pane tokens = new Pane();
  private final Rectangle pointer = new Rectangle();
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final Map<Integer, Row> rows = new HashMap<>();
  private Optional<Content> content = Optional.empty();
  private boolean isHeld;

  private record Content(TimelineContent rounds, RoundDrawing drawing) {
    int count() {
      return rounds.count();
    }

    double widest() {
      return rounds.widest();
    }
  }

  private record Row(Group time, Group tokens) {}

  public TimelineStrip() {
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("timeline-strip");
    times.setManaged(false);
    tokens.setManaged(false);
    down.setOrientation(Orientation.VERTICAL);
    down.setFocusTraversable(false);
    across.setFocusTraversable(false);
    pointer.setFill(null);
    pointer.setStrokeType(StrokeType.OUTSIDE);
    pointer.setStrokeWidth(2);
    pointer.setArcWidth(6);
    pointer.setArcHeight(6);
    pointer.setManaged(false);
    pointer.setVisible(false);
    getChildren().addAll(head, times, tokens, down, across);
    down.valueProperty().addListener(_ -> arrange());
    across.valueProperty().addListener(_ -> arrange());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> left());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Shows a timeline from its first round on; one that is shown already stays where it is. */
  public void show(TimelineContent rounds, TimelineColours colours, TimelineLabels labels) {
    boolean isOther =
        content.filter(shown -> shown.rounds().timeline().equals(rounds.timeline())).isEmpty();
    RoundDrawing drawing = new RoundDrawing(rounds, colours, labels);
    clearRows();
    content = Optional.of(new Content(rounds, drawing));
    Sheet sheet = new Sheet();
    drawing.head(sheet);
    head.getChildren().setAll(sheet.nodes());
    pointer.setStroke(colours.pointed());
    if (isOther) {
      down.setValue(0);
      across.setValue(0);
      hold(Optional.empty());
    }
    requestLayout();
    arrange();
  }

  /** Shows nothing. */
  public void clear() {
    clearRows();
    content = Optional.empty();
    head.getChildren().clear();
    hold(Optional.empty());
  }

  private void clearRows() {
    rows.clear();
    times.getChildren().clear();
    tokens.getChildren().setAll(pointer);
  }

  /** The token that people point at; empty while they point at none. */
  public ReadOnlyObjectProperty<Optional<TimelineSpot>> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /** Rows that there are to scroll through, the reading of the prompt among them. */
  public int rounds() {
    return content.map(Content::count).orElse(0);
  }

  /** Points at a token and brings it into sight. */
  public void pointAt(TimelineSpot spot) {
    isHeld = true;
    point(Optional.of(spot));
    reveal(spot);
  }

  private void hold(Optional<TimelineSpot> spot) {
    isHeld = spot.isPresent();
    point(spot);
  }

  private void point(Optional<TimelineSpot> spot) {
    pointed.set(spot);
    placePointer();
  }

  // ---- mouse

  private void moved(MouseEvent event) {
    if (!isHeld) {
      point(at(event.getX(), event.getY()));
    }
  }

  private void left() {
    if (!isHeld) {
      point(Optional.empty());
    }
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      hold(at(event.getX(), event.getY()));
      event.consume();
    }
  }

  private void scrolled(ScrollEvent event) {
    down.setValue(Math.clamp(down.getValue() - event.getDeltaY(), 0, down.getMax()));
    across.setValue(Math.clamp(across.getValue() - event.getDeltaX(), 0, across.getMax()));
    event.consume();
  }

  private Optional<TimelineSpot> at(double x, double y) {
    if (content.isEmpty() || y < HEAD || y > HEAD + bodyHeight() || x < RoundDrawing.TOKENS_LEFT) {
      return Optional.empty();
    }
    int round = (int) ((y - HEAD + down.getValue()) / RoundDrawing.HEIGHT);
    if (round >= content.get().count()) {
      return Optional.empty();
    }
    double inRow = x - RoundDrawing.TOKENS_LEFT + across.getValue();
    List<Cell> cells = content.get().drawing().cells(round);
    for (int token = 0; token < cells.size(); token++) {
      Cell cell = cells.get(token);
      if (inRow >= cell.x() - SLACK && inRow <= cell.x() + cell.width() + SLACK) {
        return Optional.of(new TimelineSpot(round, token));
      }
    }
    return Optional.empty();
  }

  // ---- keys

  private void keyPressed(KeyEvent event) {
    if (content.isEmpty()) {
      return;
    }
    Optional<TimelineSpot> next =
        switch (event.getCode()) {
          case RIGHT -> Optional.of(further(1));
          case LEFT -> Optional.of(further(-1));
          case DOWN -> Optional.of(inRound(1));
          case UP -> Optional.of(inRound(-1));
          case PAGE_DOWN -> Optional.of(inRound(rowsInSight()));
          case PAGE_UP -> Optional.of(inRound(-rowsInSight()));
          case HOME -> Optional.of(new TimelineSpot(0, 0));
          case END -> Optional.of(new TimelineSpot(content.get().count() - 1, 0));
          default -> Optional.empty();
        };
    if (next.isPresent()) {
      pointAt(next.get());
      event.consume();
    }
  }

  /** The next token, in the next round after the last of one. */
  private TimelineSpot further(int steps) {
    if (pointed.get().isEmpty()) {
      return new TimelineSpot(firstInSight(), 0);
    }
    TimelineSpot from = pointed.get().get();
    int token = from.token() + steps;
    if (token < 0) {
      int before = from.round() - 1;
      return before < 0 ? from : new TimelineSpot(before, tokensOf(before) - 1);
    }
    if (token >= tokensOf(from.round())) {
      int after = from.round() + 1;
      return after >= content.orElseThrow().count() ? from : new TimelineSpot(after, 0);
    }
    return new TimelineSpot(from.round(), token);
  }

  private TimelineSpot inRound(int steps) {
    if (pointed.get().isEmpty()) {
      return new TimelineSpot(firstInSight(), 0);
    }
    TimelineSpot from = pointed.get().get();
    int round = Math.clamp(from.round() + (long) steps, 0, content.orElseThrow().count() - 1);
    return new TimelineSpot(round, Math.min(from.token(), tokensOf(round) - 1));
  }

  private int tokensOf(int round) {
    return content.orElseThrow().rounds().timeline().rounds().get(round).tokens().size();
  }

  private int firstInSight() {
    return (int) Math.ceil(down.getValue() / RoundDrawing.HEIGHT);
  }

  private int rowsInSight() {
    return Math.max(1, (int) (bodyHeight() / RoundDrawing.HEIGHT) - 1);
  }

  // ---- what is in sight

  private double bodyHeight() {
    return Math.max(0, getHeight() - HEAD - (across.isVisible() ? BAR : 0));
  }

  private double bodyWidth() {
    return Math.max(0, getWidth() - RoundDrawing.TOKENS_LEFT - (down.isVisible() ? BAR : 0));
  }

  private void reveal(TimelineSpot spot) {
    double top = spot.round() * RoundDrawing.HEIGHT;
    down.setValue(
        Math.clamp(down.getValue(), Math.max(0, top + RoundDrawing.HEIGHT - bodyHeight()), top));
    Cell cell = content.orElseThrow().drawing().cells(spot.round()).get(spot.token());
    double end = cell.x() + cell.width() + BAR - bodyWidth();
    across.setValue(Math.clamp(across.getValue(), Math.max(0, Math.min(end, cell.x())), cell.x()));
    arrange();
  }

  @Override
  protected void layoutChildren() {
    double allRows = content.map(shown -> shown.count() * RoundDrawing.HEIGHT).orElse(0.0);
    double widest = content.map(Content::widest).orElse(0.0);
    down.setVisible(allRows > getHeight() - HEAD);
    across.setVisible(widest > getWidth() - RoundDrawing.TOKENS_LEFT - BAR);
    down.setMax(Math.max(0, allRows - bodyHeight()));
    down.setVisibleAmount(allRows == 0 ? 0 : down.getMax() * bodyHeight() / allRows);
    down.setUnitIncrement(RoundDrawing.HEIGHT);
    down.setBlockIncrement(bodyHeight());
    across.setMax(Math.max(0, widest + BAR - bodyWidth()));
    across.setVisibleAmount(widest == 0 ? 0 : across.getMax() * bodyWidth() / widest);
    across.setUnitIncrement(RoundDrawing.HEIGHT);
    across.setBlockIncrement(bodyWidth());
    down.setValue(Math.min(down.getValue(), down.getMax()));
    across.setValue(Math.min(across.getValue(), across.getMax()));
    down.resizeRelocate(getWidth() - BAR, HEAD, BAR, bodyHeight());
    across.resizeRelocate(RoundDrawing.TOKENS_LEFT, getHeight() - BAR, bodyWidth(), BAR);
    clip(times, 0, RoundDrawing.TOKENS_LEFT);
    clip(tokens, RoundDrawing.TOKENS_LEFT, bodyWidth());
    arrange();
  }

  private void clip(Pane pane, double x, double width) {
    pane.resizeRelocate(x, HEAD, width, bodyHeight());
    pane.setClip(new Rectangle(width, bodyHeight()));
  }

  private void arrange() {
    if (content.isEmpty()) {
      return;
    }
    int first = (int) (down.getValue() / RoundDrawing.HEIGHT);
    int last =
        Math.min(
            content.get().count() - 1,
            (int) ((down.getValue() + bodyHeight()) / RoundDrawing.HEIGHT));
    rows.entrySet()
        .removeIf(
            row -> {
              boolean isOut = row.getKey() < first || row.getKey() > last;
              if (isOut) {
                times.getChildren().remove(row.getValue().time());
                tokens.getChildren().remove(row.getValue().tokens());
              }
              return isOut;
            });
    for (int round = first; round <= last; round++) {
      Row row = rows.computeIfAbsent(round, this::draw);
      double y = round * RoundDrawing.HEIGHT - down.getValue();
      row.time().setLayoutY(y);
      row.tokens().setLayoutY(y);
      row.tokens().setLayoutX(-across.getValue());
    }
    placePointer();
  }

  private Row draw(int round) {
    RoundDrawing drawing = content.orElseThrow().drawing();
    Sheet time = new Sheet();
    drawing.time(time, round);
    Sheet written = new Sheet();
    drawing.tokens(written, round);
    Row row =
        new Row(new Group(List.copyOf(time.nodes())), new Group(List.copyOf(written.nodes())));
    row.time().setManaged(false);
    row.tokens().setManaged(false);
    times.getChildren().add(row.time());
    tokens.getChildren().add(row.tokens());
    return row;
  }

  private void placePointer() {
    Optional<TimelineSpot> spot = pointed.get().filter(_ -> content.isPresent());
    pointer.setVisible(spot.isPresent());
    if (spot.isPresent()) {
      Cell cell = content.orElseThrow().drawing().cells(spot.get().round()).get(spot.get().token());
      pointer.setX(cell.x() - across.getValue());
      pointer.setY(spot.get().round() * RoundDrawing.HEIGHT - down.getValue() + TokenBox.TOP);
      pointer.setWidth(cell.width());
      pointer.setHeight(TokenBox.HEIGHT);
      pointer.toFront();
    }
  }
}
