package dev.goldilocks.bench;

import java.util.List;

/**
 * What a run tells beside its figures at one K, and bears on what they mean.
 *
 * @param provenance where its figures come from
 * @param measuredDraftTokens every K at which the run has a speedup
 * @param drift whether machine and speedup stayed the same while it went on
 */
public record RunContext(Provenance provenance, List<Integer> measuredDraftTokens, Drift drift) {

  public RunContext {
    measuredDraftTokens = List.copyOf(measuredDraftTokens);
  }

  /**
   * What the figures of all K tell.
   *
   * @param provenance where they come from
   * @param results the run's figures, one entry for each K
   * @param drift of the whole run
   */
  public static RunContext of(Provenance provenance, List<RunResult> results, Drift drift) {
    return new RunContext(
        provenance,
        results.stream()
            .filter(result -> Double.isFinite(result.speedup().value()))
            .flatMap(result -> result.draftTokens().stream().boxed())
            .toList(),
        drift);
  }
}
