package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The ratios of a run's pairs as logarithms, added up for each prompt and each K or policy; pairs
 * without a ratio are left out.
 */
final class RatiosByPrompt {

  private final List<DraftLength> lengths;

  /** A row for each prompt with a ratio at one of them, a column for each of them. */
  private final double[][] sums;

  private final int[][] counts;

  private RatiosByPrompt(List<DraftLength> lengths, double[][] sums, int[][] counts) {
    this.lengths = lengths;
    this.sums = sums;
    this.counts = counts;
  }

  static RatiosByPrompt of(List<PairSample> samples) {
    TreeSet<DraftLength> measured = new TreeSet<>();
    samples.forEach(sample -> measured.add(sample.plan().length()));
    List<DraftLength> lengths = List.copyOf(measured);
    Map<Prompt, double[]> sums = new LinkedHashMap<>();
    Map<Prompt, int[]> counts = new LinkedHashMap<>();
    for (PairSample sample : samples) {
      double logarithm = Math.log(sample.ratio());
      if (Double.isFinite(logarithm)) {
        Prompt prompt = sample.plan().prompt();
        int column = lengths.indexOf(sample.plan().length());
        sums.computeIfAbsent(prompt, _ -> new double[lengths.size()])[column] += logarithm;
        counts.computeIfAbsent(prompt, _ -> new int[lengths.size()])[column]++;
      }
    }
    return new RatiosByPrompt(
        lengths, sums.values().toArray(double[][]::new), counts.values().toArray(int[][]::new));
  }

  /** Every K and policy of the run, in order. */
  List<DraftLength> lengths() {
    return lengths;
  }

  /** The share of resamples of the prompts in which each has the largest geometric mean. */
  double[] sharesOfLargest(Bootstrap bootstrap) {
    return bootstrap.sharesOfLargestMean(sums, counts);
  }

  /** The one of some with the largest geometric mean; of equals the first. */
  DraftLength largest(Collection<DraftLength> some) {
    List<DraftLength> inOrder = new ArrayList<>(new TreeSet<>(some));
    double[] means = Bootstrap.means(sums, counts);
    DraftLength largest = inOrder.getFirst();
    for (DraftLength length : inOrder) {
      if (means[lengths.indexOf(length)] > means[lengths.indexOf(largest)]) {
        largest = length;
      }
    }
    return largest;
  }

  /** Prompts with a ratio, at the K or policy with the fewest. */
  int fewestPrompts() {
    return lengths.stream().map(this::promptsAt).min(Comparator.naturalOrder()).orElse(0);
  }

  private int promptsAt(DraftLength length) {
    int column = lengths.indexOf(length);
    int prompts = 0;
    for (int[] row : counts) {
      prompts += row[column] > 0 ? 1 : 0;
    }
    return prompts;
  }

  /** For each prompt that has ratios at both, the mean at one over that at the other. */
  List<List<Double>> quotients(DraftLength one, DraftLength other) {
    int over = lengths.indexOf(one);
    int under = lengths.indexOf(other);
    List<List<Double>> quotients = new ArrayList<>();
    for (int row = 0; row < sums.length; row++) {
      if (counts[row][over] > 0 && counts[row][under] > 0) {
        quotients.add(
            List.of(
                Math.exp(
                    sums[row][over] / counts[row][over] - sums[row][under] / counts[row][under])));
      }
    }
    return quotients;
  }
}
