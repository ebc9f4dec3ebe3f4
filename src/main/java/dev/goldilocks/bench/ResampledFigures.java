package dev.goldilocks.bench;

import dev.goldilocks.decode.Generation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Works out the intervals of the figures at one K from what each prompt adds to them. */
final class ResampledFigures {

  private final List<List<PairSample>> units;
  private final List<RoundTally> rounds;
  private final Bootstrap bootstrap;

  /**
   * @param samples the pairs measured at one K
   * @param length that K, or the policy that chooses it
   * @param maxNewTokens the token limit of the run
   */
  ResampledFigures(
      List<PairSample> samples, DraftLength length, int maxNewTokens, Bootstrap bootstrap) {
    this.units = units(samples);
    this.bootstrap = bootstrap;
    this.rounds = units.stream().map(unit -> RoundTally.of(unit, length, maxNewTokens)).toList();
  }

  private static List<List<PairSample>> units(List<PairSample> samples) {
    Map<Prompt, List<PairSample>> byPrompt = new LinkedHashMap<>();
    for (PairSample sample : samples) {
      byPrompt.computeIfAbsent(sample.plan().prompt(), _ -> new ArrayList<>()).add(sample);
    }
    Collection<List<PairSample>> prompts = byPrompt.values();
    return prompts.size() == 1 ? samples.stream().map(List::of).toList() : List.copyOf(prompts);
  }

  /**
   * The intervals.
   *
   * @param positions number of positions that have an acceptance of their own
   */
  FigureIntervals intervals(int positions) {
    return new FigureIntervals(
        side(PairSample::baseline),
        side(PairSample::speculative),
        pooled(RoundTally::acceptance),
        IntStream.range(0, positions)
            .mapToObj(position -> pooled(tally -> tally.acceptanceAt(position)))
            .toList(),
        pooled(RoundTally::lengths),
        pooled(RoundTally::trials));
  }

  private Ends pooled(Function<RoundTally, Fraction> figure) {
    return bootstrap.pooled(rounds.stream().map(figure).toList());
  }

  private SideIntervals side(Function<PairSample, SideSample> chosen) {
    List<List<Generation>> texts =
        units.stream()
            .map(unit -> unit.stream().map(chosen).map(SideSample::generation).toList())
            .toList();
    return new SideIntervals(
        bootstrap.pooled(texts.stream().map(Figures::decodeRate).toList()),
        bootstrap.median(texts.stream().map(Figures::millisecondsToFirstToken).toList()));
  }
}
