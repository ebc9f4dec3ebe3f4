package dev.goldilocks.runs;

import dev.goldilocks.bench.KeptRun;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.RunOrigin;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.StepSpread;
import java.util.List;

/**
 * A saved run without its samples: what a list of runs shows, read without reading the whole file.
 *
 * @param origin where its figures come from
 * @param remarks people's own words about it
 * @param prompts number of distinct prompts; 0 when not known
 * @param steps how evenly the target alone went on; unknown of reports, and of files made before it
 *     was kept
 * @param results figures, one entry for each K, ascending
 */
public record RunSummary(
    RunOrigin origin, Remarks remarks, int prompts, StepSpread steps, List<RunResult> results)
    implements KeptRun {

  public RunSummary {
    results = List.copyOf(results);
  }

  /** The summary of a whole run. */
  public static RunSummary of(RunRecord run) {
    return new RunSummary(
        run.origin(),
        run.remarks(),
        PromptSets.size(run),
        StepSpread.of(run.samples()),
        run.results());
  }

  /** Whether the figures are this program's own measurement of real texts, and of all of them. */
  public boolean isWholeMeasurement() {
    return provenance() == Provenance.MEASURED;
  }

  /** The same under another name. */
  RunSummary withName(String other) {
    return new RunSummary(origin, remarks.withName(other), prompts, steps, results);
  }
}
