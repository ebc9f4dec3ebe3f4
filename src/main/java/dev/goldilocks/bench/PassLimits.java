package dev.goldilocks.bench;

import dev.goldilocks.decode.Precision;

/**
 * What a model's pass needs, beside the measured ceilings of the machine: the roofline model of
 * Williams et al. 2009 (doi 10.1145/1498765.1498785). The cache of keys and values is left out: at
 * the lengths measured here it is a few thousandths of the weights.
 *
 * @param bytesRead bytes of weights that a pass reads, whatever its length
 * @param operationsPerToken multiplications and additions for each token of the pass, two a weight
 * @param readBytesPerSecond measured read bandwidth of the memory
 * @param operationsPerSecond measured peak of the arithmetic, in the model's precision
 */
public record PassLimits(
    long bytesRead,
    long operationsPerToken,
    double readBytesPerSecond,
    double operationsPerSecond) {

  public PassLimits {
    if (bytesRead < 1
        || operationsPerToken < 1
        || !(readBytesPerSecond > 0 && operationsPerSecond > 0)) {
      throw new IllegalArgumentException(
          "%d bytes, %d operations, %s bytes/s, %s operations/s"
              .formatted(bytesRead, operationsPerToken, readBytesPerSecond, operationsPerSecond));
    }
  }

  /**
   * The limits of a model's passes.
   *
   * @param weights weights that a pass multiplies by
   */
  public static PassLimits of(
      Precision precision, long weights, double readBytesPerSecond, double operationsPerSecond) {
    return new PassLimits(
        weights * precision.bytesPerWeight(), 2 * weights, readBytesPerSecond, operationsPerSecond);
  }

  /**
   * The shortest time that the machine allows a pass over so many tokens.
   *
   * @param tokens their mean where it varies from pass to pass: the floors are linear in it
   */
  public PassFloor floor(double tokens) {
    return new PassFloor(
        bytesRead / readBytesPerSecond * 1e3,
        operationsPerToken * tokens / operationsPerSecond * 1e3);
  }
}
