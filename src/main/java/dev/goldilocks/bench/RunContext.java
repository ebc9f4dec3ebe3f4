package dev.goldilocks.bench;

import java.util.List;
import java.util.Optional;

/**
 * What a run tells beside its figures at one K, and bears on what they mean.
 *
 * @param provenance where its figures come from
 * @param measuredDraftTokens every K at which the run has a speedup
 * @param drift whether machine and speedup stayed the same while it went on
 * @param limits what the machine's ceilings allow the target's passes; empty when nobody measured
 *     them
 */
public record RunContext(
    Provenance provenance,
    List<Integer> measuredDraftTokens,
    Drift drift,
    Optional<PassLimits> limits) {

  public RunContext {
    measuredDraftTokens = List.copyOf(measuredDraftTokens);
  }

  /** A run whose machine was not probed. */
  public RunContext(Provenance provenance, List<Integer> measuredDraftTokens, Drift drift) {
    this(provenance, measuredDraftTokens, drift, Optional.empty());
  }

  /**
   * What the figures of all K tell.
   *
   * @param provenance where they come from
   * @param results the run's figures, one entry for each K
   * @param drift of the whole run
   * @param limits what the machine's ceilings allow the target's passes
   */
  public static RunContext of(
      Provenance provenance, List<RunResult> results, Drift drift, Optional<PassLimits> limits) {
    return new RunContext(
        provenance,
        results.stream()
            .filter(result -> Double.isFinite(result.speedup().value()))
            .flatMap(result -> result.draftTokens().stream().boxed())
            .toList(),
        drift,
        limits);
  }
}
