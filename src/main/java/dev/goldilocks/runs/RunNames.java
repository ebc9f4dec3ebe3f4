package dev.goldilocks.runs;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Names that tell runs apart, which people may have named alike. */
final class RunNames {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  /** A name is data and no sentence: the same in every locale. */
  private static final SetUpText SET_UPS = new SetUpText(Locale.ROOT);

  private static final List<Function<RunSummary, String>> TELLING =
      List.of(
          run -> "K = " + SET_UPS.value(SetUpPart.DRAFT_TOKENS, run),
          run -> TIME.format(run.createdAt()));

  private RunNames() {}

  /**
   * The same runs: where names are alike, with their K, or their time where K is alike too, or at
   * last their id.
   */
  static List<RunSummary> toldApart(List<RunSummary> runs) {
    return runs.stream().map(run -> run.withName(name(run, runs))).toList();
  }

  private static String name(RunSummary run, List<RunSummary> runs) {
    List<RunSummary> alike =
        runs.stream().filter(other -> other.name().equals(run.name())).toList();
    return alike.size() == 1
        ? run.name()
        : run.name()
            + " · "
            + TELLING.stream()
                .filter(telling -> isDistinct(alike, telling))
                .findFirst()
                .orElse(RunSummary::id)
                .apply(run);
  }

  private static boolean isDistinct(List<RunSummary> alike, Function<RunSummary, String> telling) {
    return alike.stream().map(telling).distinct().count() == alike.size();
  }
}
