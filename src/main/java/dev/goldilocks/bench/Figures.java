package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;

/** Derives a run's figures from its raw samples. Pure: the same samples give the same figures. */
public final class Figures {

  private Figures() {}

  /**
   * The figures at every K and policy that has a sample, in the order of {@link DraftLength}.
   *
   * @param maxNewTokens the token limit of the run
   * @param peakMemoryBytes peak resident memory of the engine process; 0 when not known
   */
  public static List<RunResult> results(
      List<PairSample> samples, int maxNewTokens, long peakMemoryBytes, Bootstrap bootstrap) {
    return samples.stream()
        .map(sample -> sample.plan().length())
        .distinct()
        .sorted()
        .map(
            length ->
                result(
                    length,
                    samples.stream()
                        .filter(sample -> sample.plan().length().equals(length))
                        .toList(),
                    maxNewTokens,
                    peakMemoryBytes,
                    bootstrap))
        .toList();
  }

  /**
   * The figures at one K, or with one policy.
   *
   * @param samples the pairs measured at it
   * @param maxNewTokens the token limit of the run
   * @param peakMemoryBytes peak resident memory of the engine process; 0 when not known
   */
  public static RunResult result(
      DraftLength length,
      List<PairSample> samples,
      int maxNewTokens,
      long peakMemoryBytes,
      Bootstrap bootstrap) {
    RoundTally rounds = new RoundTally(length.most(), maxNewTokens);
    samples.forEach(sample -> rounds.add(sample.speculative().generation()));
    Interval speedup = speedup(samples, bootstrap);
    return new RunResult(
        Optional.of(length),
        rounds.meanDraftTokens(),
        speedup,
        samples.size() - speedup.pairs(),
        side(samples, PairSample::baseline),
        side(samples, PairSample::speculative),
        rounds.acceptanceRate(),
        rounds.acceptanceByPosition(),
        rounds.meanAcceptanceLength(),
        rounds.alpha(),
        peakMemoryBytes,
        lossless(samples),
        rounds.ledger());
  }

  /**
   * The geometric mean of the pairs' ratios. Pairs without a ratio are left out. Pairs on one
   * prompt share its text and so its acceptance, therefore prompts are resampled, each with all of
   * its pairs; with a single prompt there is nothing else to resample than its pairs.
   */
  public static Interval speedup(List<PairSample> samples, Bootstrap bootstrap) {
    Map<Prompt, List<Double>> byPrompt = new LinkedHashMap<>();
    for (PairSample sample : samples) {
      double ratio = sample.ratio();
      if (Double.isFinite(ratio)) {
        byPrompt.computeIfAbsent(sample.plan().prompt(), _ -> new ArrayList<>()).add(ratio);
      }
    }
    Collection<List<Double>> ratios = byPrompt.values();
    return bootstrap.geometricMean(
        ratios.size() == 1
            ? ratios.iterator().next().stream().map(List::of).toList()
            : List.copyOf(ratios));
  }

  private static SideFigures side(
      List<PairSample> samples, Function<PairSample, SideSample> chosen) {
    List<SideSample> sides = samples.stream().map(chosen).toList();
    long tokens = sides.stream().mapToLong(side -> side.generation().ids().size() - 1).sum();
    long nanos = sides.stream().mapToLong(side -> side.generation().decodeNanos()).sum();
    ToDoubleFunction<SideSample> milliseconds = side -> side.generation().prefillNanos() / 1e6;
    return new SideFigures(
        nanos == 0 ? Double.NaN : tokens * 1e9 / nanos,
        Median.withDefaults().evaluate(sides.stream().mapToDouble(milliseconds).toArray()),
        sides.stream().mapToLong(Figures::totalNanos).sum() / 1e9);
  }

  private static long totalNanos(SideSample side) {
    return side.generation().prefillNanos() + side.generation().decodeNanos();
  }

  private static Optional<Lossless> lossless(List<PairSample> samples) {
    int identical = 0;
    int diverged = 0;
    for (PairSample sample : samples) {
      switch (sample.comparison()) {
        case TextComparison.Identical _ -> identical++;
        case TextComparison.Diverged _ -> diverged++;
        case TextComparison.NotCompared _ -> {}
      }
    }
    return identical + diverged == 0
        ? Optional.empty()
        : Optional.of(new Lossless(identical, diverged));
  }
}
