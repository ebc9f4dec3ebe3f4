package dev.goldilocks.bench;

import java.util.List;
import java.util.Optional;

/**
 * What follows from a {@link Probe}, before any text is written.
 *
 * @param draftStep c: time of one more drafted token over the time of the target's pass over one
 * @param passes the target's passes, by their length
 * @param outlooks what speculation can gain, by K
 */
public record ProbeFigures(double draftStep, List<PassFigures> passes, List<Outlook> outlooks) {

  public ProbeFigures {
    passes = List.copyOf(passes);
    outlooks = List.copyOf(outlooks);
  }

  /**
   * A pass of the target.
   *
   * @param tokens its length
   * @param passMs its measured time
   * @param floor the shortest time that the machine allows it
   * @param regime what limits it
   */
  public record PassFigures(int tokens, double passMs, PassFloor floor, PassRegime regime) {}

  /**
   * What speculation can gain with a number of drafted tokens.
   *
   * @param cost of a round: the draft's call, the target's pass over K + 1 tokens, and nothing
   *     besides
   */
  public record Outlook(RoundCost cost) {

    /** K. */
    public int draftTokens() {
      return (int) cost.draftTokens();
    }

    /** The acceptance probability from which it pays; see {@link SpeedupTheory#breakEvenAlpha}. */
    public double breakEvenAlpha() {
      return SpeedupTheory.breakEvenAlpha(cost);
    }

    /** The speedup if every drafted token were accepted. */
    public double bestPossible() {
      return predicted(1);
    }

    /** The speedup at an acceptance probability; NaN gives NaN. */
    public double predicted(double alpha) {
      return SpeedupTheory.speedup(alpha, cost);
    }
  }

  /** Works it out. */
  public static ProbeFigures of(Probe probe) {
    PassTimes times = probe.targetPasses();
    PassLimits limits = probe.targetLimits();
    List<Integer> lengths = times.medianNanos().keySet().stream().sorted().toList();
    return new ProbeFigures(
        probe.draftCalls().stepMs() / times.millis(1),
        lengths.stream().map(tokens -> pass(tokens, times.millis(tokens), limits)).toList(),
        lengths.stream()
            .filter(tokens -> tokens > 1)
            .map(tokens -> new Outlook(cost(tokens - 1, times, probe.draftCalls())))
            .toList());
  }

  private static PassFigures pass(int tokens, double passMs, PassLimits limits) {
    PassFloor floor = limits.floor(tokens);
    return new PassFigures(tokens, passMs, floor, PassRegime.of(floor, passMs));
  }

  private static RoundCost cost(int draftTokens, PassTimes times, DraftTimes draft) {
    return new RoundCost(
        draftTokens,
        Math.max(0, draft.ms(draftTokens)) / draftTokens / times.millis(1),
        1 / times.overOneToken(draftTokens + 1),
        0);
  }

  /** The K with the largest speedup if every drafted token were accepted. */
  public Optional<Outlook> best() {
    return best(1);
  }

  /** The K with the largest speedup at an acceptance probability; empty when that is not known. */
  public Optional<Outlook> best(double alpha) {
    return SpeedupTheory.best(alpha, outlooks.stream().map(Outlook::cost).toList())
        .map(Outlook::new);
  }
}
