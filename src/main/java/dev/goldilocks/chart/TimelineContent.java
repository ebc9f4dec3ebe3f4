package dev.goldilocks.chart;

import dev.goldilocks.bench.Timeline;
import dev.goldilocks.bench.TimelineRound;
import dev.goldilocks.bench.TimelineToken;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.runs.TokenLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A timeline with what has to be known of all of its rounds before one of them is drawn. Made on
 * any thread: a long text takes longer than the window may be held.
 */
public final class TimelineContent {

  /** An advance of JetBrains Mono, 600 of 1000 units, at the size of tokens. */
  private static final double CHARACTER = 0.6 * 11;

  /** A bar that is this many times as long as the middle one is cut. */
  private static final long MOST_MEDIANS = 3;

  private final Timeline timeline;
  private final Map<Integer, String> labels = new HashMap<>();
  private final double widest;
  private final double fullBarNanos;

  private TimelineContent(Timeline timeline, TokenDetails details) {
    this.timeline = timeline;
    double most = 0;
    for (TimelineRound round : timeline.rounds()) {
      double width = RoundDrawing.OWN_GAP;
      for (TimelineToken token : round.tokens()) {
        String label =
            labels.computeIfAbsent(
                token.id(),
                id -> TokenLabel.shortened(id, Optional.ofNullable(details.texts().get(id))));
        width += label.length() * CHARACTER + 2 * TokenBox.PADDING + RoundDrawing.CELL_GAP + 1;
      }
      most = Math.max(most, width);
    }
    this.widest = Math.ceil(most);
    this.fullBarNanos = fullBar(timeline.rounds());
  }

  /**
   * What there is to draw.
   *
   * @param details of the run that the timeline is of
   */
  public static TimelineContent of(Timeline timeline, TokenDetails details) {
    return new TimelineContent(timeline, details);
  }

  /**
   * The time that fills a bar: the longest, unless a few rounds were interrupted and took many
   * times as long as the others. Their bars are cut, and their times stand beside them.
   */
  private static double fullBar(List<TimelineRound> rounds) {
    long[] nanos = rounds.stream().skip(1).mapToLong(TimelineRound::nanos).sorted().toArray();
    return nanos.length == 0
        ? 1
        : Math.max(1, Math.min(nanos[nanos.length - 1], MOST_MEDIANS * nanos[nanos.length / 2]));
  }

  /** The timeline itself. */
  public Timeline timeline() {
    return timeline;
  }

  int count() {
    return timeline.rounds().size();
  }

  String label(TimelineToken token) {
    return labels.get(token.id());
  }

  /** Width of the longest row of tokens, in pixels before scaling. */
  double widest() {
    return widest;
  }

  double fullBarNanos() {
    return fullBarNanos;
  }
}
