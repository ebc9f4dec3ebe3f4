package dev.goldilocks.bench;

import java.util.List;
import java.util.Optional;

/**
 * What a run tells beside its figures at one K, and bears on what they mean.
 *
 * @param provenance where its figures come from
 * @param measuredDraftTokens every K at which the run has a speedup
 * @param steadiness whether machine and speedup stayed the same while it went on
 * @param gains what its policies gained over its best fixed K
 * @param limits what the machine's ceilings allow the target's passes; empty when nobody measured
 *     them
 * @param weights of its models
 */
public record RunContext(
    Provenance provenance,
    List<Integer> measuredDraftTokens,
    Steadiness steadiness,
    List<PolicyGain> gains,
    Optional<PassLimits> limits,
    Weights weights) {

  public RunContext {
    measuredDraftTokens = List.copyOf(measuredDraftTokens);
    gains = List.copyOf(gains);
  }

  /** A run without policies of trained models on a machine that was not probed. */
  public RunContext(
      Provenance provenance, List<Integer> measuredDraftTokens, Steadiness steadiness) {
    this(provenance, measuredDraftTokens, steadiness, List.of(), Optional.empty(), Weights.TRAINED);
  }

  /**
   * What the figures of all K tell.
   *
   * @param provenance where they come from
   * @param results the run's figures, one entry for each K
   * @param steadiness of the whole run
   * @param gains of its policies
   * @param limits what the machine's ceilings allow the target's passes
   * @param weights of its models
   */
  public static RunContext of(
      Provenance provenance,
      List<RunResult> results,
      Steadiness steadiness,
      List<PolicyGain> gains,
      Optional<PassLimits> limits,
      Weights weights) {
    return new RunContext(
        provenance,
        results.stream()
            .filter(result -> Double.isFinite(result.speedup().value()))
            .flatMap(result -> result.draftTokens().stream().boxed())
            .toList(),
        steadiness,
        gains,
        limits,
        weights);
  }

  /**
   * Whether the times are real and the texts are not, so that what was accepted tells nothing of
   * the models: their weights are random, or acceptance was forced.
   */
  public boolean isTimingOnly() {
    return weights == Weights.RANDOM || provenance == Provenance.TIMING_ONLY;
  }

  /** What a kept run tells. */
  public static RunContext of(RunRecord run) {
    return of(
        run.provenance(),
        run.results(),
        Steadiness.of(run.samples()),
        PolicyGain.of(run.samples(), new Bootstrap(Bootstrap.RESAMPLES_KEPT, 0)),
        run.limits(),
        run.weights());
  }
}
