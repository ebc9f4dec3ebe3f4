package dev.goldilocks.bench;

import java.time.Instant;
import java.util.List;

/**
 * A run as it is kept: what was asked, where it ran, every raw sample, and the figures derived from
 * them.
 *
 * @param id unique and fit for a file name
 * @param name what people call it
 * @param createdAt when it started
 * @param provenance where its figures come from
 * @param spec what was asked
 * @param target the target as loaded
 * @param draft the draft as loaded
 * @param environment machine and software
 * @param results figures, one entry for each K, ascending
 * @param samples every measured pair, in the order of measurement
 */
public record RunRecord(
    String id,
    String name,
    Instant createdAt,
    Provenance provenance,
    RunSpec spec,
    ModelDescription target,
    ModelDescription draft,
    Environment environment,
    List<RunResult> results,
    List<PairSample> samples) {

  public RunRecord {
    results = List.copyOf(results);
    samples = List.copyOf(samples);
  }
}
