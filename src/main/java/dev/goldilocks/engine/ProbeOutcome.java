package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.Probe;

/** How a probe ended. A failure never has the shape of a result. */
public sealed interface ProbeOutcome {

  /** All was measured. */
  record Measured(Probe probe) implements ProbeOutcome {}

  /** It was cancelled; nothing is kept. */
  record Cancelled() implements ProbeOutcome {}

  /**
   * It failed.
   *
   * @param sentence what, where and what to do
   * @param kind whose fault it was
   */
  record Failed(String sentence, FailureKind kind) implements ProbeOutcome {}
}
