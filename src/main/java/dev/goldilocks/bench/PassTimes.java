package dev.goldilocks.bench;

import dev.goldilocks.decode.Precision;
import java.util.Map;

/**
 * How long a model's pass takes over several numbers of tokens.
 *
 * @param precision format of the weights
 * @param bytesRead bytes of weights that every pass must read, whatever its length
 * @param medianNanos tokens in the pass to the median time of a pass; 1 is among them
 * @param readBytesPerSecond read bandwidth of the memory, the median of readings between the passes
 */
public record PassTimes(
    Precision precision,
    long bytesRead,
    Map<Integer, Long> medianNanos,
    double readBytesPerSecond) {

  public PassTimes {
    medianNanos = Map.copyOf(medianNanos);
    if (!medianNanos.containsKey(1)) {
      throw new IllegalArgumentException("no time of a pass over one token");
    }
  }

  /** T({@code tokens}) in milliseconds. */
  public double millis(int tokens) {
    return medianNanos.get(tokens) / 1e6;
  }

  /** T({@code tokens}) / T(1): what checking that many tokens costs beside writing one. */
  public double overOneToken(int tokens) {
    return medianNanos.get(tokens) / (double) medianNanos.get(1);
  }

  /** Share of the memory's read bandwidth that a pass over one token reaches. */
  public double bandwidthShare() {
    return bytesRead / (medianNanos.get(1) / 1e9) / readBytesPerSecond;
  }

  /**
   * What the machine allows such passes.
   *
   * @param operationsPerSecond measured peak of the arithmetic in this precision
   */
  public PassLimits limits(double operationsPerSecond) {
    return PassLimits.of(
        precision, bytesRead / precision.bytesPerWeight(), readBytesPerSecond, operationsPerSecond);
  }
}
