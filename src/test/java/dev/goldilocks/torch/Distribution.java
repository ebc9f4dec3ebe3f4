package dev.goldilocks.torch;

import dev.goldilocks.decode.Sampling;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What temperature, top-k and top-p leave of a row of logits; written apart from the program. */
final class Distribution {

  private Distribution() {}

  /** Candidates, most probable first, with probabilities that sum to 1. */
  static Map<Integer, Double> of(float[] logits, Sampling sampling) {
    List<Integer> ranked =
        IntStream.range(0, logits.length)
            .boxed()
            .sorted(Comparator.comparingDouble(id -> -logits[id]))
            .limit(sampling.topK() == 0 ? logits.length : sampling.topK())
            .toList();
    double[] mass =
        ranked.stream()
            .mapToDouble(
                id -> Math.exp((logits[id] - logits[ranked.getFirst()]) / sampling.temperature()))
            .toArray();
    double all = sum(mass, mass.length);
    int kept = 0;
    while (kept < mass.length && sum(mass, kept) < sampling.topP() * all) {
      kept++;
    }
    double total = sum(mass, kept);
    Map<Integer, Double> candidates = new LinkedHashMap<>();
    for (int rank = 0; rank < kept; rank++) {
      candidates.put(ranked.get(rank), mass[rank] / total);
    }
    return candidates;
  }

  private static double sum(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum;
  }
}
