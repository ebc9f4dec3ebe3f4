package dev.goldilocks.bench;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the figures of a run come from: what was asked, of which models, on which machine.
 *
 * @param id of the run; unique and fit for a file name
 * @param createdAt when it started; of a report, when it was entered
 * @param provenance who measured it, and how far it came
 * @param spec what was asked, or what the source of reported figures says
 * @param target the target as loaded or reported
 * @param draft the draft as loaded or reported
 * @param environment machine and software
 * @param limits what the ceilings, measured before the run, allow the target's passes; empty when
 *     they were not
 */
public record RunOrigin(
    String id,
    Instant createdAt,
    Provenance provenance,
    RunConditions spec,
    ModelDescription target,
    ModelDescription draft,
    Environment environment,
    Optional<PassLimits> limits) {

  public RunOrigin {
    if ((provenance == Provenance.REPORTED) != (spec instanceof ReportedConditions)) {
      throw new IllegalArgumentException(provenance + " with a " + spec.getClass().getSimpleName());
    }
  }

  /** The same of a run with another id. */
  RunOrigin withId(String other) {
    return new RunOrigin(other, createdAt, provenance, spec, target, draft, environment, limits);
  }
}
