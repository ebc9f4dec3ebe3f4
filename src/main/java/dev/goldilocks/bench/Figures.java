package dev.goldilocks.bench;

import dev.goldilocks.decode.Generation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
            length -> result(length, at(length, samples), maxNewTokens, peakMemoryBytes, bootstrap))
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
    RoundTally rounds = RoundTally.of(samples, length, maxNewTokens);
    List<Double> acceptanceByPosition = rounds.acceptanceByPosition();
    Interval speedup = speedup(samples, bootstrap);
    return new RunResult(
        Optional.of(length),
        rounds.meanDraftTokens(),
        speedup,
        samples.size() - speedup.pairs(),
        side(samples, PairSample::baseline),
        side(samples, PairSample::speculative),
        rounds.acceptance().value(),
        acceptanceByPosition,
        rounds.lengths().value(),
        rounds.trials().value(),
        peakMemoryBytes,
        lossless(samples),
        rounds.ledger(),
        new ResampledFigures(samples, length, maxNewTokens, bootstrap)
            .intervals(acceptanceByPosition.size()));
  }

  /**
   * Figures with the intervals that their samples tell, for figures that were kept without.
   *
   * @param maxNewTokens the token limit of the run
   */
  public static RunResult withIntervals(
      RunResult result, List<PairSample> samples, int maxNewTokens, Bootstrap bootstrap) {
    return result
        .length()
        .map(
            length ->
                new ResampledFigures(at(length, samples), length, maxNewTokens, bootstrap)
                    .intervals(result.acceptanceByPosition().size()))
        .map(result::withIntervals)
        .orElse(result);
  }

  private static List<PairSample> at(DraftLength length, List<PairSample> samples) {
    return samples.stream().filter(sample -> sample.plan().length().equals(length)).toList();
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
    List<Generation> texts = samples.stream().map(chosen).map(SideSample::generation).toList();
    return new SideFigures(
        decodeRate(texts).value(),
        Median.withDefaults().evaluate(millisecondsToFirstToken(texts)),
        texts.stream().mapToLong(text -> text.prefillNanos() + text.decodeNanos()).sum() / 1e9);
  }

  /** Tokens after the first of each text over the time after it, in tokens/s. */
  static Fraction decodeRate(List<Generation> texts) {
    return new Fraction(
        texts.stream().mapToLong(text -> text.ids().size() - 1).sum() * 1e9,
        texts.stream().mapToLong(Generation::decodeNanos).sum());
  }

  /** Of each text, in milliseconds. */
  static double[] millisecondsToFirstToken(List<Generation> texts) {
    return texts.stream().mapToDouble(text -> text.prefillNanos() / 1e6).toArray();
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
