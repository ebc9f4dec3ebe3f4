package dev.goldilocks.bench;

import java.util.List;

/**
 * How steady a machine was while a probe measured it. {@link ProbeDisturbance} says what that
 * means.
 *
 * @param readBytesPerSecond readings of the memory's speed in the order in which they were taken;
 *     none when they were not kept
 * @param otherCores cores that other programs kept busy, on average; NaN when the system does not
 *     tell
 * @param cores logical cores of the machine; 0 when the system does not tell
 * @param passSpread the middle half of the target's passes over one token, from the shortest to the
 *     longest, over their median; NaN when it was not kept
 */
public record ProbeConditions(
    List<Double> readBytesPerSecond, double otherCores, int cores, double passSpread) {

  /** Those of a probe that did not look. */
  public static final ProbeConditions UNKNOWN =
      new ProbeConditions(List.of(), Double.NaN, 0, Double.NaN);

  public ProbeConditions {
    readBytesPerSecond = List.copyOf(readBytesPerSecond);
  }
}
