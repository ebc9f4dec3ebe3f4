package dev.goldilocks.ui.compare;

import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUp;
import dev.goldilocks.ui.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Names that tell the runs of a comparison apart, which people may have named alike. */
final class DistinctNames {

  private final Texts texts;
  private final DateTimeFormatter times;

  /**
   * @param zone in which times are shown
   */
  DistinctNames(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
  }

  /** A name for each run: with its K where names are alike, or its time where K is too. */
  List<String> of(List<RunSummary> runs) {
    return runs.stream().map(run -> name(run, runs)).toList();
  }

  private String name(RunSummary run, List<RunSummary> runs) {
    List<RunSummary> alike =
        runs.stream().filter(other -> other.name().equals(run.name())).toList();
    if (alike.size() == 1) {
      return run.name();
    }
    boolean isKnownByK = alike.stream().map(SetUp::draftTokens).distinct().count() == alike.size();
    return texts.of(
        "compare.name.distinct",
        run.name(),
        isKnownByK ? texts.of("verdict.k", SetUp.draftTokens(run)) : times.format(run.createdAt()));
  }
}
