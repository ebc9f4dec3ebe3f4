package dev.goldilocks.bench;

import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * How evenly the target alone went on: the time that each of its steps took for a token, over the
 * median of its own text, so that neither the length of a prompt nor a machine that slows down over
 * a run counts. On a quiet machine nine steps in ten lie within a fifth of their text's median;
 * another program that keeps a core busy makes some steps many times longer than others.
 *
 * @param tenthPercentile of those ratios; NaN with fewer than {@link #FEWEST_STEPS} steps
 * @param ninetiethPercentile of those ratios; NaN as well
 */
public record StepSpread(double tenthPercentile, double ninetiethPercentile) {

  /** Of a run without samples: nobody can tell. */
  public static final StepSpread UNKNOWN = new StepSpread(Double.NaN, Double.NaN);

  /** Fewest steps of a run whose spread says anything. */
  static final int FEWEST_STEPS = 20;

  /** Fewest steps of a text whose median says anything. */
  static final int FEWEST_STEPS_OF_A_TEXT = 3;

  /** The spread over the baselines of some pairs. */
  public static StepSpread of(List<PairSample> samples) {
    List<double[]> texts = new ArrayList<>();
    for (PairSample sample : samples) {
      double[] nanos =
          sample.baseline().generation().steps().stream()
              .mapToDouble(StepSpread::nanosPerToken)
              .toArray();
      if (nanos.length >= FEWEST_STEPS_OF_A_TEXT) {
        texts.add(overTheirMedian(nanos));
      }
    }
    double[] all = texts.stream().flatMapToDouble(Arrays::stream).toArray();
    if (all.length < FEWEST_STEPS) {
      return UNKNOWN;
    }
    double[] percentiles = Quantile.withDefaults().evaluate(all, 0.1, 0.9);
    return new StepSpread(percentiles[0], percentiles[1]);
  }

  private static double nanosPerToken(Step step) {
    return (double) step.nanos() / step.emitted().size();
  }

  private static double[] overTheirMedian(double[] nanos) {
    double median = Median.withDefaults().evaluate(nanos);
    return Arrays.stream(nanos).map(each -> each / median).toArray();
  }

  /** The ninetieth percentile over the tenth, 1 when every step took the same; NaN when unknown. */
  public double ratio() {
    return ninetiethPercentile / tenthPercentile;
  }
}
