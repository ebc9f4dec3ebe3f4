package dev.goldilocks.cli;

import dev.goldilocks.bench.AcceptancePoint;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.RatePoint;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.Side;
import java.util.List;
import java.util.Optional;

/** What a line of progress says of a run that goes on. */
final class ProgressText {

  private ProgressText() {}

  /**
   * The newest figures, for example {@code 7/40 K=4, 212 -> 303 tok/s, 71.2 % accepted, 1:12 left}.
   */
  static String measuring(RunSnapshot snapshot) {
    StringBuilder text = new StringBuilder();
    text.append(snapshot.pairsDone()).append('/').append(snapshot.pairsPlanned());
    snapshot.current().map(PairPlan::draftTokens).ifPresent(k -> text.append(" K=").append(k));
    text.append(", ").append(rate(snapshot, Side.BASELINE));
    text.append(" -> ").append(rate(snapshot, Side.SPECULATIVE)).append(" tok/s");
    last(snapshot.acceptance())
        .map(AcceptancePoint::acceptanceRate)
        .ifPresent(rate -> text.append(", ").append(FigureText.percent(rate)).append(" accepted"));
    if (snapshot.remainingMillis() >= 0) {
      text.append(", ").append(FigureText.duration(snapshot.remainingMillis())).append(" left");
    }
    return text.toString();
  }

  private static String rate(RunSnapshot snapshot, Side side) {
    List<RatePoint> points =
        snapshot.rates().stream().filter(point -> point.side() == side).toList();
    return last(points)
        .map(point -> FigureText.number(point.tokensPerSecond()))
        .orElse(FigureText.UNDEFINED);
  }

  private static <T> Optional<T> last(List<T> points) {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }
}
