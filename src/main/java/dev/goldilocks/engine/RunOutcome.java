package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunRecord;
import java.util.Optional;

/** How a run ended. A failure never has the shape of a result. */
public sealed interface RunOutcome {

  /** All was measured. */
  record Completed(RunRecord record) implements RunOutcome {}

  /**
   * It was cancelled.
   *
   * @param partial what was measured until then, provenance {@code cancelled}; empty when no pair
   *     was
   */
  record Cancelled(Optional<RunRecord> partial) implements RunOutcome {}

  /**
   * It failed.
   *
   * @param sentence what, where and what to do
   * @param kind whose fault it was
   * @param partial what was measured until then; empty when no pair was
   */
  record Failed(String sentence, FailureKind kind, Optional<RunRecord> partial)
      implements RunOutcome {}
}
