package dev.goldilocks.bench;

/**
 * What a pooled figure is made of: of several parts, the sum of the numerators over the sum of the
 * denominators.
 *
 * @param numerator tokens or rounds that are counted
 * @param denominator what they are counted in, in its unit; at least 0
 */
record Fraction(double numerator, double denominator) {

  /** Numerator over denominator; NaN over nothing. */
  double value() {
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }
}
