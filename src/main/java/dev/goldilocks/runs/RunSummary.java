package dev.goldilocks.runs;

import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PassLimits;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A saved run without its samples: what a list of runs shows, read without reading the whole file.
 *
 * @param id unique and fit for a file name
 * @param name what people call it
 * @param createdAt when it started; of a report, when it was entered
 * @param provenance where its figures come from
 * @param spec what was asked, or what the source of reported figures says
 * @param target the target as loaded or reported
 * @param draft the draft as loaded or reported
 * @param environment machine and software
 * @param prompts number of distinct prompts; 0 when not known
 * @param results figures, one entry for each K, ascending
 * @param tags words to find it by, without repeats
 * @param note what people remark on it; empty when nothing
 * @param limits what the measured ceilings allow the target's passes; empty when they were not
 *     measured
 */
public record RunSummary(
    String id,
    String name,
    Instant createdAt,
    Provenance provenance,
    RunConditions spec,
    ModelDescription target,
    ModelDescription draft,
    Environment environment,
    int prompts,
    List<RunResult> results,
    List<String> tags,
    String note,
    Optional<PassLimits> limits) {

  public RunSummary {
    results = List.copyOf(results);
    tags = List.copyOf(tags);
  }

  /** The summary of a whole run. */
  public static RunSummary of(RunRecord run) {
    return new RunSummary(
        run.id(),
        run.name(),
        run.createdAt(),
        run.provenance(),
        run.spec(),
        run.target(),
        run.draft(),
        run.environment(),
        PromptSets.size(run),
        run.results(),
        run.tags(),
        run.note(),
        run.limits());
  }

  /** The same under another name. */
  RunSummary withName(String other) {
    return new RunSummary(
        id,
        other,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        prompts,
        results,
        tags,
        note,
        limits);
  }
}
