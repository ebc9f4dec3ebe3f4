package dev.goldilocks.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Medians of resampled units. The values are sorted once; a resample says how often each unit was
 * drawn, and its median is found by counting up to the middle.
 */
final class ResampledMedians {

  private record Value(double value, int unit) {}

  private final int units;
  private final double[] sorted;
  private final int[] unitOf;

  /**
   * @param units values of each unit, none NaN
   */
  ResampledMedians(List<double[]> units) {
    this.units = units.size();
    List<Value> values =
        IntStream.range(0, units.size())
            .boxed()
            .flatMap(
                unit ->
                    IntStream.range(0, units.get(unit).length)
                        .mapToObj(i -> new Value(units.get(unit)[i], unit)))
            .sorted(Comparator.comparingDouble(Value::value))
            .toList();
    this.sorted = values.stream().mapToDouble(Value::value).toArray();
    this.unitOf = values.stream().mapToInt(Value::unit).toArray();
  }

  /** The median of each resample: as many units as there are, drawn with replacement. */
  double[] draw(SplittableRandom random, int resamples) {
    int[] drawn = new int[units];
    double[] medians = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      Arrays.fill(drawn, 0);
      for (int draw = 0; draw < units; draw++) {
        drawn[random.nextInt(units)]++;
      }
      medians[i] = median(drawn);
    }
    return medians;
  }

  private double median(int[] drawn) {
    int count = 0;
    for (int unit : unitOf) {
      count += drawn[unit];
    }
    return (ranked((count - 1) / 2, drawn) + ranked(count / 2, drawn)) / 2;
  }

  /** The value that so many others come before. */
  private double ranked(int rank, int[] drawn) {
    int before = 0;
    int index = -1;
    while (before <= rank) {
      index++;
      before += drawn[unitOf[index]];
    }
    return sorted[index];
  }
}
