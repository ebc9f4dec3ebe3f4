package dev.goldilocks.bench;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How long a draft takes for several numbers of tokens, drafted in one call each.
 *
 * @param medianNanos tokens drafted to the median time of the call; at least two numbers, 1 among
 *     them, or none when drafting needs no model
 */
public record DraftTimes(Map<Integer, Long> medianNanos) {

  /** Nothing is measured, since no model drafts: looking a few tokens up takes microseconds. */
  public static final DraftTimes WITHOUT_A_MODEL = new DraftTimes(Map.of());

  public DraftTimes {
    medianNanos = Map.copyOf(medianNanos);
    if (!medianNanos.isEmpty() && (medianNanos.size() < 2 || !medianNanos.containsKey(1))) {
      throw new IllegalArgumentException("drafted " + medianNanos.keySet());
    }
  }

  /** Time of one more drafted token in a call, in milliseconds; 0 without a model. */
  public double stepMs() {
    if (medianNanos.isEmpty()) {
      return 0;
    }
    NavigableMap<Integer, Long> ordered = new TreeMap<>(medianNanos);
    return slopeMs(ordered.firstEntry(), ordered.lastEntry());
  }

  /**
   * Time of a call that drafts so many tokens, in milliseconds; between measured numbers on the
   * straight line, since every token but the first takes one step more.
   *
   * @param draftTokens at least 1
   */
  public double ms(int draftTokens) {
    if (medianNanos.isEmpty()) {
      return 0;
    }
    NavigableMap<Integer, Long> ordered = new TreeMap<>(medianNanos);
    Map.Entry<Integer, Long> below = ordered.floorEntry(draftTokens);
    Map.Entry<Integer, Long> above = ordered.higherEntry(below.getKey());
    Map.Entry<Integer, Long> from = above == null ? ordered.lowerEntry(below.getKey()) : below;
    Map.Entry<Integer, Long> to = above == null ? below : above;
    return below.getValue() / 1e6 + (draftTokens - below.getKey()) * slopeMs(from, to);
  }

  private static double slopeMs(Map.Entry<Integer, Long> from, Map.Entry<Integer, Long> to) {
    return (to.getValue() - from.getValue()) / 1e6 / (to.getKey() - from.getKey());
  }
}
