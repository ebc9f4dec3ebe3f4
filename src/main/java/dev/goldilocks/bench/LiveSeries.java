package dev.goldilocks.bench;

import dev.goldilocks.decode.Step;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The bounded series behind a run's live charts and text. */
final class LiveSeries {

  /** Most points of one chart, and most pieces of text. */
  static final int MOST_POINTS = 500;

  /** Steps that a point stands for at first, so that a single slow step makes no spike. */
  static final int STEPS_PER_POINT = 4;

  private final Map<Side, ThinnedSeries<Stretch>> rates = new EnumMap<>(Side.class);
  private final ThinnedSeries<Stretch> acceptance =
      new ThinnedSeries<>(MOST_POINTS, STEPS_PER_POINT, Stretch::then);
  private final ThinnedSeries<MemoryPoint> memory =
      new ThinnedSeries<>(MOST_POINTS, 1, LiveSeries::higher);
  private final Deque<TextPiece> text = new ArrayDeque<>();

  LiveSeries() {
    for (Side side : Side.values()) {
      rates.put(
          side,
          new ThinnedSeries<>(MOST_POINTS / Side.values().length, STEPS_PER_POINT, Stretch::then));
    }
  }

  /**
   * @param millis since the run started
   */
  void add(Side side, Step step, long millis) {
    rates.get(side).add(new Stretch(millis, step.emitted().size(), step.nanos()));
    switch (step) {
      case Step.Plain _ -> {}
      case Step.Round round -> {
        if (!round.drafted().isEmpty()) {
          acceptance.add(new Stretch(millis, round.accepted(), round.drafted().size()));
        }
      }
    }
  }

  void add(MemoryPoint point) {
    memory.add(point);
  }

  void add(TextPiece piece) {
    if (piece.text().isEmpty()) {
      return;
    }
    if (text.size() == MOST_POINTS) {
      text.removeFirst();
    }
    text.addLast(piece);
  }

  void clearText() {
    text.clear();
  }

  List<RatePoint> rates() {
    return rates.entrySet().stream()
        .flatMap(
            side ->
                side.getValue().stream()
                    .map(
                        stretch ->
                            new RatePoint(
                                stretch.millis(), side.getKey(), stretch.perUnit() * 1e9)))
        .sorted(Comparator.comparingLong(RatePoint::millis))
        .toList();
  }

  List<AcceptancePoint> acceptance() {
    return acceptance.stream()
        .map(stretch -> new AcceptancePoint(stretch.millis(), stretch.perUnit()))
        .toList();
  }

  List<MemoryPoint> memory() {
    return memory.stream().toList();
  }

  List<TextPiece> text() {
    return List.copyOf(text);
  }

  private static MemoryPoint higher(MemoryPoint earlier, MemoryPoint later) {
    return new MemoryPoint(
        later.millis(), Math.max(earlier.residentBytes(), later.residentBytes()));
  }

  /**
   * Some of something over some of something else: tokens over nanoseconds, accepted over drafted.
   *
   * @param millis when the stretch ended
   */
  private record Stretch(long millis, long count, long units) {

    Stretch then(Stretch later) {
      return new Stretch(later.millis, count + later.count, units + later.units);
    }

    double perUnit() {
      return (double) count / units;
    }
  }
}
