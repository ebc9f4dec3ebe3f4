package dev.goldilocks.decode;

import java.util.Arrays;

/**
 * The numeric format of a model's weights as a run tells of it: one that this program runs, or what
 * someone else said of their own machine, which a report may name and a request cannot.
 */
public sealed interface WeightFormat permits Precision, ForeignFormat, UnstatedFormat {

  /** The name used in files, commands and the window; empty when nobody said. */
  String label();

  /**
   * The format of that name: a {@link Precision} where one has it, else a {@link ForeignFormat}.
   */
  static WeightFormat named(String label) {
    return Arrays.stream(Precision.values())
        .filter(precision -> precision.label().equals(label))
        .<WeightFormat>map(precision -> precision)
        .findFirst()
        .orElseGet(() -> new ForeignFormat(label));
  }
}
