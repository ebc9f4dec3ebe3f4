package dev.goldilocks.chart;

import dev.goldilocks.bench.TimelineToken;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a timeline.
 *
 * @param round head of the column with the rounds' numbers
 * @param time unit of the column with their times
 * @param prompt stands for a number where the prompt is read
 * @param draft name of the time in the drafter
 * @param verify name of the time in the target's pass
 * @param other name of the time in neither
 * @param difference name of the mark at the first difference
 * @param fates names of what becomes of a token, all of them
 * @param locale of the figures
 */
public record TimelineLabels(
    String round,
    String time,
    String prompt,
    String draft,
    String verify,
    String other,
    String difference,
    Map<TimelineToken.Fate, String> fates,
    Locale locale) {

  public TimelineLabels {
    fates = Map.copyOf(fates);
    if (fates.size() != TimelineToken.Fate.values().length) {
      throw new IllegalArgumentException("fates without a name: " + fates);
    }
  }
}
