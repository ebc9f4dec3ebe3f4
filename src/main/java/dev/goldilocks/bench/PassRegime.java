package dev.goldilocks.bench;

/**
 * What limits a pass. Reading and arithmetic go on at once, so that their shares overlap: what is
 * left over is what the longer of the two does not account for, and the three do not add up to 1.
 *
 * @param memoryShare time that reading the weights needs at least, over the time of the pass; more
 *     than 1 when weights come from a cache, or memory was slower while it was measured
 * @param computeShare time that the arithmetic needs at least, over the time of the pass
 * @param overheadShare share that neither accounts for, 0 to 1
 */
public record PassRegime(double memoryShare, double computeShare, double overheadShare) {

  /**
   * The regime of a measured pass.
   *
   * @param passMs its measured time
   */
  public static PassRegime of(PassFloor floor, double passMs) {
    return new PassRegime(
        floor.memoryMs() / passMs,
        floor.computeMs() / passMs,
        Math.max(0, 1 - floor.ms() / passMs));
  }

  /** The largest share; of equals the first in the order of {@link PassBound}. */
  public PassBound bound() {
    if (memoryShare >= computeShare && memoryShare >= overheadShare) {
      return PassBound.MEMORY;
    }
    return computeShare >= overheadShare ? PassBound.COMPUTE : PassBound.OVERHEAD;
  }

  /** The share of {@link #bound()}. */
  public double boundShare() {
    return share(bound());
  }

  /** One of the three shares. */
  public double share(PassBound bound) {
    return switch (bound) {
      case MEMORY -> memoryShare;
      case COMPUTE -> computeShare;
      case OVERHEAD -> overheadShare;
    };
  }
}
