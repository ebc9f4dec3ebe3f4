package dev.goldilocks.runs;

import dev.goldilocks.bench.BestDraftTokens;
import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.PolicyGain;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Steadiness;
import java.util.List;
import java.util.Optional;

/**
 * What only all pairs of a run together tell, worked out anew for each export: the same samples
 * give the same figures.
 *
 * @param steadiness of machine and speedup
 * @param best the fastest K or policy, with the odds of each
 * @param gains of its policies over its best fixed K
 */
record AcrossPairs(Steadiness steadiness, Optional<BestDraftTokens> best, List<PolicyGain> gains) {

  AcrossPairs {
    gains = List.copyOf(gains);
  }

  static AcrossPairs of(RunRecord run) {
    Bootstrap bootstrap = new Bootstrap(Bootstrap.RESAMPLES_KEPT, seed(run));
    return new AcrossPairs(
        Steadiness.of(run.samples()),
        BestDraftTokens.of(run.samples(), bootstrap),
        PolicyGain.of(run.samples(), bootstrap));
  }

  private static long seed(RunRecord run) {
    return switch (run.spec()) {
      case RunSpec spec -> spec.sampling().seed();
      case ReportedConditions _ -> 0;
    };
  }

  /** The odds that a result's K or policy is the fastest of its run; NaN when not known. */
  double oddsOfBest(RunResult result) {
    Optional<DraftLength> length = result.length();
    return best.flatMap(odds -> length.map(odds.odds()::get)).orElse(Double.NaN);
  }

  /** What a result's policy gained; empty for a fixed K. */
  Optional<PolicyGain> gain(RunResult result) {
    return gains.stream()
        .filter(gain -> result.length().equals(Optional.of(gain.policy())))
        .findFirst();
  }
}
