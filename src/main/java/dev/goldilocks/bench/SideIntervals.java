package dev.goldilocks.bench;

/**
 * The intervals of one side's figures.
 *
 * @param decodeTokensPerSecond of the pooled decode tokens/s
 * @param timeToFirstTokenMs of the median time to first token, in milliseconds
 */
public record SideIntervals(Ends decodeTokensPerSecond, Ends timeToFirstTokenMs) {

  /** Of a side whose figures have none. */
  public static final SideIntervals NONE = new SideIntervals(Ends.NONE, Ends.NONE);
}
