package dev.goldilocks.bench;

/**
 * The shortest time that the machine allows a pass, from measured ceilings: reading and arithmetic
 * go on at once, so that the longer of the two is the floor.
 *
 * @param memoryMs bytes it must read over the measured bandwidth
 * @param computeMs operations over the measured peak
 */
public record PassFloor(double memoryMs, double computeMs) {

  /** The longer of the two. */
  public double ms() {
    return Math.max(memoryMs, computeMs);
  }
}
