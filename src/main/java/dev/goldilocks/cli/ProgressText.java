package dev.goldilocks.cli;

import dev.goldilocks.bench.AcceptancePoint;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.RatePoint;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.Side;
import dev.goldilocks.runs.FigureText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line of progress says of a run that goes on. */
final class ProgressText {

  private static final String NOT_YET = "-";

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private ProgressText() {}

  /**
   * The newest figures, for example {@code 7/40 K=4, 212 -> 303 tok/s, 71.2 % accepted, 1:12 left}.
   */
  static String measuring(RunSnapshot snapshot) {
    StringBuilder text = new StringBuilder();
    text.append(snapshot.pairsDone()).append('/').append(snapshot.pairsPlanned());
    snapshot
        .current()
        .map(PairPlan::length)
        .ifPresent(length -> text.append(" K=").append(length.shortLabel()));
    text.append(", ").append(rate(snapshot, Side.BASELINE));
    text.append(" -> ").append(rate(snapshot, Side.SPECULATIVE)).append(" tok/s");
    last(snapshot.acceptance())
        .map(AcceptancePoint::acceptanceRate)
        .ifPresent(rate -> text.append(", ").append(FIGURES.percent(rate)).append(" accepted"));
    if (snapshot.remainingMillis() >= 0) {
      text.append(", ").append(duration(snapshot.remainingMillis())).append(" left");
    }
    return text.toString();
  }

  /** 0:07, 1:12, 1:02:03. */
  private static String duration(long millis) {
    Duration duration = Duration.ofMillis(millis);
    String hours = duration.toHours() == 0 ? "" : duration.toHours() + ":";
    String format = hours.isEmpty() ? "%d:%02d" : "%02d:%02d";
    return hours
        + String.format(Locale.ROOT, format, duration.toMinutesPart(), duration.toSecondsPart());
  }

  private static String rate(RunSnapshot snapshot, Side side) {
    List<RatePoint> points =
        snapshot.rates().stream().filter(point -> point.side() == side).toList();
    return last(points).map(point -> FIGURES.number(point.tokensPerSecond())).orElse(NOT_YET);
  }

  private static <T> Optional<T> last(List<T> points) {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }
}
