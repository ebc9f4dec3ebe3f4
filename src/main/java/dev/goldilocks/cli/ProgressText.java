package dev.goldilocks.cli;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.RatePoint;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.runs.ActivityText;
import dev.goldilocks.runs.FigureText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line of progress says of a run that goes on. */
final class ProgressText {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private static final ActivityText ACTIVITY = new ActivityText(Locale.ROOT);

  private ProgressText() {}

  /** What goes on, in a sentence. */
  static String message(RunSnapshot snapshot) {
    return ACTIVITY.sentence(snapshot);
  }

  /**
   * The figures so far at the K that is measured now, pooled over its pairs, for example {@code
   * 7/40 K=4 so far: 212 -> 303 tok/s, 71.2 % accepted, 1:12 left}. Before its first pair is done
   * there is only a speed at the moment.
   */
  static String measuring(RunSnapshot snapshot) {
    StringBuilder text = new StringBuilder();
    text.append(snapshot.pairsDone()).append('/').append(snapshot.pairsPlanned());
    Optional<DraftLength> length = snapshot.current().map(PairPlan::length);
    length.ifPresent(k -> text.append(" K=").append(k.shortLabel()));
    text.append(
        snapshot.results().stream()
            .filter(result -> length.isPresent() && result.length().equals(length))
            .findFirst()
            .map(ProgressText::soFar)
            .orElseGet(() -> atTheMoment(snapshot.rates())));
    if (snapshot.remainingMillis() >= 0) {
      text.append(", ").append(duration(snapshot.remainingMillis())).append(" left");
    }
    return text.toString();
  }

  private static String soFar(RunResult result) {
    String speeds =
        " so far: %s -> %s tok/s"
            .formatted(
                FIGURES.number(result.baseline().decodeTokensPerSecond()),
                FIGURES.number(result.speculative().decodeTokensPerSecond()));
    return Double.isNaN(result.acceptanceRate())
        ? speeds
        : speeds + ", " + FIGURES.percent(result.acceptanceRate()) + " accepted";
  }

  private static String atTheMoment(List<RatePoint> rates) {
    return rates.isEmpty()
        ? ""
        : ", now " + FIGURES.number(rates.getLast().tokensPerSecond()) + " tok/s";
  }

  /** 0:07, 1:12, 1:02:03. */
  private static String duration(long millis) {
    Duration duration = Duration.ofMillis(millis);
    String hours = duration.toHours() == 0 ? "" : duration.toHours() + ":";
    String format = hours.isEmpty() ? "%d:%02d" : "%02d:%02d";
    return hours
        + String.format(Locale.ROOT, format, duration.toMinutesPart(), duration.toSecondsPart());
  }
}
